import type { Page } from "playwright-core";

/** How far a slider is dragged, to and fro, in parts of its track. */
const WAY = [0.35, 0.95, 0.5, 0.8];
const STEPS = 18;
/** Pause between moves of the mouse [ms]: a hand sends one a frame, most within the same step of the slider. */
const PACE = 20;
/** A lever at rest opens its model, an answer its code: neither is what dragging is like. */
const WARM_UP = 0.2;
const PATIENCE = 120_000;

/**
 * Runs in the page before its own code: notes when a slider moves, which question goes to the worker, which stage of
 * which answer comes back, and when a frame that shows it has been painted.
 */
const WATCH = `(() => {
  const seen = (window.seen = { inputs: [], asked: [], painted: [] });
  addEventListener("input", (event) => event.target.type === "range" && seen.inputs.push(performance.now()), true);
  const post = Worker.prototype.postMessage;
  const watched = new WeakSet();
  Worker.prototype.postMessage = function (message, ...rest) {
    if (message.kind === "ask") seen.asked.push({ id: message.id, at: performance.now() });
    if (!watched.has(this)) {
      watched.add(this);
      this.addEventListener("message", ({ data: { kind, id, report } }) => {
        if (kind !== "report") return;
        const painted = new MessageChannel();
        painted.port1.onmessage = () => seen.painted.push({ id, stage: report.stage, at: performance.now() });
        requestAnimationFrame(() => painted.port2.postMessage(0));
      });
    }
    return post.call(this, message, ...rest);
  };
})()`;

interface Seen {
  inputs: number[];
  asked: { id: number; at: number }[];
  painted: { id: number; stage: string; at: number }[];
}

const read = (page: Page) => page.evaluate<Seen>("window.seen");

/** The time at which a stage of the answer to the last question has been painted. */
async function waitFor(page: Page, stage: string): Promise<number> {
  const last = `window.seen.painted.find(({ id, stage }) => id === window.seen.asked.at(-1)?.id && stage === "${stage}")`;
  await page.waitForFunction(last, undefined, { timeout: PATIENCE, polling: 20 });
  return page.evaluate<number>(`${last}.at`);
}

/** Open the simulator: when its first answer stands there, when it is complete, and the scripts it took [ms]. */
export async function measureOpening(page: Page, address: string) {
  const scripts: string[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (pathname.endsWith(".js")) scripts.push(pathname.slice(1));
  });
  await page.addInitScript(WATCH);
  await page.goto(address);
  return { first: await waitFor(page, "quick"), settled: await waitFor(page, "complete"), scripts };
}

/**
 * Drag the slider of the lever with this heading: from each move to the first picture painted that answers it or a later
 * one, and from the moment it is let go to the exact and to the settled numbers [ms].
 */
export async function measureDrag(page: Page, address: string, lever: string) {
  await page.addInitScript(WATCH);
  await page.goto(address);
  await waitFor(page, "complete");
  const panel = page.locator(".lever", { has: page.getByRole("heading", { name: lever, exact: true }) }).first();
  if (!(await panel.locator("input[type=range]").isVisible())) await panel.locator("summary").first().click();
  const slider = panel.locator("input[type=range]");
  await slider.scrollIntoViewIfNeeded();
  const box = (await slider.boundingBox())!;
  await page.mouse.move(box.x + 2, box.y + box.height / 2);
  await page.mouse.down();
  await drag(page, box, 0, WARM_UP);
  await waitFor(page, "quick");
  const begin = (await read(page)).inputs.length;
  for (const [k, to] of WAY.entries()) await drag(page, box, WAY[k - 1] ?? WARM_UP, to);
  const { inputs } = await read(page);
  await page.mouse.up();
  const exact = await waitFor(page, "exact");
  const settled = await waitFor(page, "complete");
  const { asked, painted } = await read(page);
  const answers = painted.map(({ id, at }) => ({ at, asked: asked.find((each) => each.id === id)!.at }));
  const pictures = inputs.slice(begin).map((moved) => answers.find((answer) => answer.asked >= moved)!.at - moved);
  const last = inputs.at(-1)!;
  return { pictures, exact: exact - last, settled: settled - last };
}

/** Move the mouse along a track, from one part of it to another. */
async function drag(page: Page, { x, y, width, height }: Box, from: number, to: number): Promise<void> {
  for (let k = 1; k <= STEPS; k++) {
    await page.mouse.move(x + width * (from + ((to - from) * k) / STEPS), y + height / 2);
    await page.waitForTimeout(PACE);
  }
}

type Box = { x: number; y: number; width: number; height: number };
