import { expect, test } from "vitest";
import { scientific } from "./scientific.ts";

test.each([
  [7.303e-12, "7.3e-12"],
  [-4.2e6, "-4.2e6"],
  [0.0721, "0.072"],
  [29, "29"],
  [0, "0"],
])("%d", (value, text) => expect(scientific(value)).toBe(text));
