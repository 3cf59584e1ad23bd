/** Columns that printed tables and help may take: `COLUMNS`, else those of the terminal; none where nobody says. */
export function readTerminalWidth(
  env: NodeJS.ProcessEnv = process.env,
  { columns }: { columns?: number } = process.stdout,
): number | undefined {
  const stated = Number(env.COLUMNS);
  return Number.isInteger(stated) && stated > 0 ? stated : columns;
}
