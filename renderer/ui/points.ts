/** A connection point, with the area and operator of one that is not in this network: "N4, area 2, Nordwerk Netz". */
export function pointWords(point: string, place: string | null): string {
  return place === null ? point : `${point}, ${place}`;
}
