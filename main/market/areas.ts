/** Which grid area a connection point lies in, and who operates it, from the registry's events. */
export class Areas {
  readonly #areaOf = new Map<string, number>();
  readonly #operators = new Map<number, string>();

  setPoint(point: string, area: number): void {
    this.#areaOf.set(point, area);
  }

  setOperator(area: number, operator: string): void {
    this.#operators.set(area, operator.toLowerCase());
  }

  /** null: the registry has not placed it. */
  areaOf(point: string): number | null {
    return this.#areaOf.get(point) ?? null;
  }

  /** In lower case; '' where the area has none. */
  operatorOf(area: number): string {
    return this.#operators.get(area) ?? '';
  }

  /** Whether the account operates the area of the point, as it is now. */
  isOperatedBy(point: string, account: string): boolean {
    const area = this.#areaOf.get(point);
    return area !== undefined && this.#operators.get(area) === account.toLowerCase();
  }
}
