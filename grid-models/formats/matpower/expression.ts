/** Scalar arithmetic as it stands in case files: + - * / ^, parentheses, sqrt sin cos acos, variables. Nothing else. */

export type Scope = Map<string, number>;

export class ExpressionError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ExpressionError';
  }
}

const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  sqrt: Math.sqrt,
  sin: Math.sin,
  cos: Math.cos,
  acos: Math.acos,
};

/** Parentheses and signs nest no deeper than this in any file that means well. */
const DEPTH_MAX = 50;

/** @throws ExpressionError naming what it cannot read */
export function evaluate(text: string, scope: Scope): number {
  const parser = new Parser(text, scope);
  const value = parser.sum(0);
  parser.expectEnd();
  return value;
}

/** Whole exponents by multiplication: the operator's last bit is the engine's own business. */
function power(base: number, exponent: number): number {
  const WHOLE_MAX = 16;
  if (!Number.isInteger(exponent) || Math.abs(exponent) > WHOLE_MAX) return base ** exponent;
  let product = 1;
  for (let k = 0; k < Math.abs(exponent); k++) product *= base;
  return exponent < 0 ? 1 / product : product;
}

/** Recursive descent; a power binds tighter than a sign before it (−2^2 is −4) and takes a sign after it (2^−1). */
class Parser {
  private readonly text: string;
  private readonly tokens: readonly string[];
  private readonly scope: Scope;
  private at = 0;

  constructor(text: string, scope: Scope) {
    this.text = text;
    this.scope = scope;
    this.tokens = text.match(/(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?|[A-Za-z_][\w.]*|\S/g) ?? [];
  }

  sum(depth: number): number {
    if (depth > DEPTH_MAX) throw new ExpressionError(`"${this.text}" nests too deep`);
    let value = this.product(depth);
    for (;;) {
      if (this.take('+')) value += this.product(depth);
      else if (this.take('-')) value -= this.product(depth);
      else return value;
    }
  }

  expectEnd(): void {
    if (this.at < this.tokens.length)
      throw new ExpressionError(`unexpected "${this.tokens[this.at]}" in "${this.text}"`);
  }

  private product(depth: number): number {
    let value = this.signed(depth);
    for (;;) {
      if (this.take('*')) value *= this.signed(depth);
      else if (this.take('/')) value /= this.signed(depth);
      else return value;
    }
  }

  private signed(depth: number): number {
    if (depth > DEPTH_MAX) throw new ExpressionError(`"${this.text}" nests too deep`);
    if (this.take('-')) return -this.signed(depth + 1);
    if (this.take('+')) return this.signed(depth + 1);
    return this.power(depth);
  }

  private power(depth: number): number {
    let value = this.atom(depth);
    while (this.take('^')) {
      const sign = this.take('-') ? -1 : 1;
      value = power(value, sign * this.atom(depth));
    }
    return value;
  }

  private atom(depth: number): number {
    const token = this.tokens[this.at++];
    if (token === undefined) throw new ExpressionError(`"${this.text}" ends too early`);
    if (token === '(') return this.closed(depth);
    if (/^[\d.]/.test(token)) return Number(token);
    if (token === 'Inf' || token === 'inf') return Number.POSITIVE_INFINITY;
    if (token === 'NaN' || token === 'nan') return Number.NaN;
    const apply = Object.hasOwn(FUNCTIONS, token) ? FUNCTIONS[token] : undefined;
    if (apply && this.take('(')) return apply(this.closed(depth));
    const value = this.scope.get(token);
    if (value === undefined) throw new ExpressionError(`"${token}" is not known here`);
    return value;
  }

  private closed(depth: number): number {
    const value = this.sum(depth + 1);
    if (!this.take(')')) throw new ExpressionError(`"${this.text}" lacks a closing parenthesis`);
    return value;
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at++;
    return true;
  }
}
