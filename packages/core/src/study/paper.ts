import type { RunSummary } from "../release/results.ts";

/** Figures that the study published, quoted as its own; they are never a result of ours. */
export const PAPER: RunSummary["paper"] = {
  citation:
    "Xia, C., Zheng, H., Meng, J., Shan, Y., Liang, X., Li, J., Yin, Z., … Wang, C. (2024). Outsourced carbon mitigation efforts of Chinese cities from 2012 to 2017. Nature Cities 1(7), 480–488.",
  doi: "10.1038/s44284-024-00088-8",
  outsourcedShare: { 2012: 0.786, 2017: 0.819 },
  beneficiaries: 240,
  strong: 65,
  weak: 175,
  cities: 309,
};
