/** What a stage says against a block: pure, it changes nothing. null: nothing against it. */
export interface StageFailure {
  /** Without the name of the stage, e.g. `parent-hash`. */
  readonly code: string;
  readonly expected: string;
  readonly got: string;
}

/** A failure when two values that must be equal are not. */
export function unequal(
  code: string,
  expected: string | number | bigint,
  got: string | number | bigint,
): StageFailure | null {
  return expected === got ? null : { code, expected: String(expected), got: String(got) };
}
