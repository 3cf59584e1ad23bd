import type { Desk } from "./desk.ts";
import type { Engine, Pause } from "./engine.ts";
import { type Runner, Superseded } from "./runner.ts";

/** How long a control has to rest before more than a quick answer is worth its time [ms]. */
const REST = 120;

/** Let messages that have arrived meanwhile be heard. */
export const yieldThread = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** How a thread answers. */
interface LocalOptions {
  rest?: number;
  /** Where the solver of linear programmes is served. */
  locateFile?: () => string;
}

/** Answer in the calling thread. */
export function makeLocalRunner(engine: Engine, desk: Desk, { rest = REST, locateFile }: LocalOptions = {}): Runner {
  let latest = 0;
  return {
    async ask(question, show) {
      const id = ++latest;
      const pause: Pause = async (reason) => {
        await yieldThread(reason === "rest" ? rest : 0);
        if (id !== latest) throw new Superseded();
      };
      try {
        for await (const report of engine.answer(question, pause)) if (id === latest) show(report);
      } catch (error) {
        if (!(error instanceof Superseded)) throw error;
      }
    },
    seek: (question, lang) => engine.seek(question, lang, locateFile),
    readLink: async (link) => desk.readLink(link),
    write: (form, draft) => desk.write(form, draft),
    close: () => {
      latest++;
    },
  };
}
