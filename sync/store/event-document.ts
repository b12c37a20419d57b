import type { StoredEvent } from '../../domain/dossier-event.ts';

/** The event in a row's `doc`; undefined when the text is not one any more, whatever became of it. */
export function parseEventDocument(doc: string): StoredEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(doc);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
  const event = isObject(value) ? value['event'] : undefined;
  return isObject(event) && hasItsMembers(event) ? (event as unknown as StoredEvent) : undefined;
}

function hasItsMembers(event: Record<string, unknown>): boolean {
  return (
    typeof event['log'] === 'string' &&
    typeof event['seq'] === 'number' &&
    typeof event['prev'] === 'string' &&
    typeof event['hash'] === 'string' &&
    typeof event['lamport'] === 'number' &&
    typeof event['dossierId'] === 'string' &&
    typeof event['kind'] === 'string'
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
