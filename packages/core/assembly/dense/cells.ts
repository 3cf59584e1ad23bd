// Cells of either precision, read in double. Addresses in bytes.

/** Two neighbouring cells in double precision. */
export function pair<T>(at: usize): v128 {
  return sizeof<T>() === 4 ? f64x2.promote_low_f32x4(v128.load64_zero(at)) : v128.load(at);
}

export function one<T>(at: usize): f64 {
  return <f64>load<T>(at);
}

export function addLanes(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}
