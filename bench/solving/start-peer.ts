import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";

/** numpy and scipy in a process of their own, at the setting of this machine that is fastest and right. */
export interface Peer {
  /** Versions, kernel and setting, as one phrase. */
  about: string;
  pymrio: string | null;
  run(step: string): Promise<number>;
  end(): void;
}

/** Whether there is a peer at all. */
export function hasPeer(): boolean {
  return spawnSync("python3", ["-c", "import numpy, scipy"]).status === 0;
}

/** Start the peer on a release. @throws {Error} if it ends early. */
export async function startPeer(release: string, year: number, scratch: string): Promise<Peer> {
  const { setting } = JSON.parse(runPython("peer_setting.py"));
  const env = withoutOpenBlas();
  if (setting) env.OPENBLAS_CORETYPE = setting;
  const script = new URL("peer.py", import.meta.url).pathname;
  const child = spawn("python3", [script, release, String(year), scratch], { env, stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error("The peer ended early.");
    return JSON.parse(value);
  };
  const { numpy, scipy, pymrio, kernel } = await next();
  return {
    about: `numpy ${numpy}, scipy ${scipy}, OpenBLAS kernel ${kernel}${setting ? ` (OPENBLAS_CORETYPE=${setting})` : ""}`,
    pymrio,
    async run(step) {
      child.stdin.write(`${step}\n`);
      return (await next()).seconds;
    },
    end: () => child.stdin.end(),
  };
}

function runPython(script: string): string {
  const path = new URL(script, import.meta.url).pathname;
  const run = spawnSync("python3", [path], { encoding: "utf8", env: withoutOpenBlas() });
  if (run.status !== 0) throw new Error(run.stderr);
  return run.stdout;
}

/** Settings that somebody made for another machine are not the peer's. */
function withoutOpenBlas(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("OPENBLAS_")));
}
