/** A piece of MathML. */
export type Maths = string;

const element = (name: string, ...parts: Maths[]): Maths => `<${name}>${parts.join("")}</${name}>`;

/** A letter, or the name of a quantity, which is set upright. */
export const letter = (name: string): Maths =>
  name.length > 1 ? `<mi mathvariant="normal">${name}</mi>` : element("mi", name);
export const number = (text: string): Maths => element("mn", text);
export const sign = (text: string): Maths => element("mo", text);
/** Several pieces as one. */
export const row = (...parts: Maths[]): Maths => element("mrow", ...parts);
export const sub = (base: Maths, below: Maths): Maths => element("msub", base, below);
export const sup = (base: Maths, above: Maths): Maths => element("msup", base, above);
export const subsup = (base: Maths, below: Maths, above: Maths): Maths => element("msubsup", base, below, above);
export const frac = (above: Maths, below: Maths): Maths => element("mfrac", above, below);
/** A sum over what stands below its sign. */
export const sum = (below: Maths): Maths => element("munder", sign("∑"), below);
export const parens = (...parts: Maths[]): Maths => row(sign("("), ...parts, sign(")"));
/** A diagonal matrix made of a vector. */
export const hat = (base: Maths): Maths => `<mover accent="true">${base}<mo>^</mo></mover>`;

/** A formula on a line of its own. */
export const display = (...parts: Maths[]): string =>
  `<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">${row(...parts)}</math>`;
