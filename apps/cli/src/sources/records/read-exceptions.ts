import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type SourceException, sourceExceptionSchema } from "@tributary/core";
import { z } from "zod";
import { readInputText } from "../../store/input-file.ts";
import { parseYaml } from "../yaml-text.ts";

const withExceptions = z.object({ exceptions: z.array(sourceExceptionSchema) });

/** Figures that the source records name as odd and true. A record that does not fit is refused by `readSourceRecords`. */
export function readExceptions(folder: string): SourceException[] {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(".yaml")) : [];
  return files.flatMap((file) => {
    const parsed = parseYaml(readInputText(join(folder, file)));
    const record = "value" in parsed ? withExceptions.safeParse(parsed.value) : null;
    return record?.success ? record.data.exceptions : [];
  });
}
