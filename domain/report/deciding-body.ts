import type { Dossier } from '../dossier.ts';

/**
 * The body that decides (cơ quan chủ trì giải quyết), by its name on the day of receipt: the nearest body above where the
 * procedure is linked or the result came from there, else the commune. Undefined as long as no reception is known.
 */
export function decidingBodyOf({ intake, result }: Dossier): string | undefined {
  if (!intake) return undefined;
  const { unit, procedure } = intake;
  const isAbove = result?.by === 'upstream' || procedure.linkedSteps?.some(({ by }) => by === 'upstream') === true;
  return isAbove ? (unit.upperNames[0] ?? unit.name) : unit.name;
}
