import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decodeNpy, encodeNpy } from "./npy.ts";

test("writes the header that NumPy itself writes", () => {
  const bytes = Buffer.from(encodeNpy({ data: new Float64Array([1, 2, 3, 4, 5, 6]), shape: [2, 3] }));
  const header = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }";
  expect(bytes.toString("latin1", 0, 8)).toBe("\x93NUMPY\x01\x00");
  expect(bytes.readUInt16LE(8)).toBe(118);
  expect(bytes.toString("latin1", 10, 128)).toBe(`${header.padEnd(117)}\n`);
  expect(bytes.length).toBe(128 + 48);
  expect(bytes.readDoubleLE(128 + 40)).toBe(6);
});

test("writes a single dimension as a Python tuple", () => {
  const text = Buffer.from(encodeNpy({ data: new Float32Array(2), shape: [2] })).toString("latin1");
  expect(text).toContain("'descr': '<f4', 'fortran_order': False, 'shape': (2,), }");
});

test("reads back what it wrote, whatever the shape and type", () => {
  const shapes = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 3 });
  fc.assert(
    fc.property(shapes, fc.boolean(), (shape, wide) => {
      const length = shape.reduce((a, b) => a * b, 1);
      const values = Array.from({ length }, (_, i) => Math.fround(Math.sin(i) * 1e9));
      const data = wide ? new Float64Array(values) : new Float32Array(values);
      expect(decodeNpy(encodeNpy({ data, shape }), "x.npy")).toEqual({ data, shape });
    }),
  );
});

test("reads a part of a larger buffer, at any offset", () => {
  const bytes = encodeNpy({ data: new Float64Array([7]), shape: [1] });
  const shifted = new Uint8Array(bytes.length + 3);
  shifted.set(bytes, 3);
  expect(decodeNpy(shifted.subarray(3), "x.npy").data).toEqual(new Float64Array([7]));
});

const whole = Buffer.from(encodeNpy({ data: new Float64Array(4), shape: [4] }));
const replace = (from: string, to: string) => Buffer.from(whole.toString("latin1").replace(from, to), "latin1");

describe("refuses", () => {
  test.each([
    ["another file", Buffer.from("PK zip file"), "x.npy  is not a NumPy file"],
    ["a file cut short", whole.subarray(0, -1), "holds 31 bytes of numbers; 4 of <f8 need 32"],
    ["another type", replace("<f8", "<i8"), "holds <i8; <f4 or <f8 is needed"],
    ["Fortran order", replace("False", "True "), "is in Fortran order; save it with order='C'"],
    ["a file without shape", replace("'shape'", "'shade'"), "has no shape"],
  ])("%s", (_name, bytes, message) => {
    expect(() => decodeNpy(bytes, "x.npy")).toThrow(message);
  });

  test("numbers that do not fill the shape", () => {
    expect(() => encodeNpy({ data: new Float64Array(5), shape: [2, 3] })).toThrow(
      "5 numbers do not fill the shape 2×3",
    );
  });
});
