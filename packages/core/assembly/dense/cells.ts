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

/** `sum + cells z`, rounded once where the host can. */
export function addProduct<C>(sum: v128, cells: v128, z: v128): v128 {
  if (ASC_FEATURE_RELAXED_SIMD) return v128.relaxed_madd<C>(cells, z, sum);
  return v128.add<C>(sum, v128.mul<C>(cells, z));
}

/** The upper two of four numbers of single precision, in double. */
export function promoteUpper(v: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<i64>(v, v, 1, 1));
}
