import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperState, realTimeState, type StatusMessage, StatusReader } from '../../printing/device/printer-status.ts';

/** 0xx1xx00, then three bytes 0xx0xxxx. */
const ALL_WELL = [0x10, 0x00, 0x00, 0x0f];

function read(...bytes: readonly number[]): readonly StatusMessage[] {
  return new StatusReader().read(Uint8Array.from(bytes));
}

function stateIn(...bytes: readonly number[]): unknown {
  return read(...bytes).map((message) => (message.kind === 'automatic' ? message.state : message));
}

describe('what a printer sends is told apart', () => {
  test('automatic status, real-time status, the answer to GS r, and flow control among them', () => {
    const messages = read(0x11, ...ALL_WELL, 0x12, 0x13, 0x00, 0x1a, ...ALL_WELL, 0x0c);
    expect(messages.map((message) => ('byte' in message ? [message.kind, message.byte] : message.kind))).toEqual([
      'automatic',
      ['real-time', 0x12],
      ['in-turn', 0x00],
      ['real-time', 0x1a],
      'automatic',
      ['in-turn', 0x0c],
    ]);
  });

  test('flow control and a real-time answer in the middle of an automatic status leave it whole', () => {
    expect(read(0x10, 0x13, 0x00, 0x12, 0x00, 0x11, 0x0f).map(({ kind }) => kind)).toEqual(['real-time', 'automatic']);
  });

  test('an automatic status that begins anew takes the place of the one before', () => {
    expect(read(0x10, 0x00, ...ALL_WELL).map(({ kind }) => kind)).toEqual(['automatic']);
  });

  test('cut up anywhere it says the same; nothing throws; a broken status never passes for an answer', () => {
    const whole = fc.constantFrom(ALL_WELL, [0x38, 0x48, 0x0f, 0x0f], [0x12], [0x13]);
    fc.assert(
      fc.property(fc.array(whole), fc.array(fc.integer({ min: 0, max: 255 })), (parts, noise) => {
        const said = read(...parts.flat());
        expect(said.every(({ kind }) => kind !== 'in-turn')).toBe(true);
        const reader = new StatusReader();
        expect(parts.flat().flatMap((byte) => reader.read(Uint8Array.of(byte)))).toEqual(said);
        read(...noise);
      }),
    );
  });
});

describe('the state', () => {
  test.each([
    [ALL_WELL, undefined, false],
    [[0x10, 0x00, 0x03, 0x0f], undefined, true],
    [[0x18, 0x00, 0x0f, 0x0f], 'paper-out', true],
    [[0x38, 0x00, 0x0f, 0x0f], 'cover-open', true],
    [[0x18, 0x08, 0x00, 0x0f], 'error', false],
    [[0x18, 0x00, 0x00, 0x0f], 'offline', false],
  ])('in automatic status %j is %s', (bytes, trouble, paperLow) => {
    expect(stateIn(...bytes)).toEqual([{ trouble, paperLow }]);
  });

  test.each([
    [[0x12, 0x12, 0x12], undefined, false],
    [[0x12, 0x12, 0x1e], undefined, true],
    [[0x1a, 0x32, 0x72], 'paper-out', false],
    [[0x12, 0x12, 0x7e], 'paper-out', true],
    [[0x1a, 0x16, 0x12], 'cover-open', false],
    [[0x1a, 0x36, 0x72], 'cover-open', false],
    [[0x1a, 0x52, 0x12], 'error', false],
    [[0x1a, 0x12, 0x12], 'offline', false],
  ])('in the real-time answers %j is %s', ([printer = 0, offlineCause, paper], trouble, paperLow) => {
    expect(realTimeState({ printer, offlineCause, paper })).toEqual({ trouble, paperLow });
  });

  test('is known in part when a printer answers in part', () => {
    const unanswered = { offlineCause: undefined, paper: undefined };
    expect(realTimeState({ printer: 0x1a, ...unanswered }).trouble).toBe('offline');
    expect(realTimeState({ printer: 0x12, ...unanswered }).trouble).toBeUndefined();
  });

  test.each([
    [0x00, undefined, false],
    [0x03, undefined, true],
    [0x0c, 'paper-out', false],
    [0x0f, 'paper-out', true],
  ])('in the answer %i to GS r 1 is %s', (byte, trouble, paperLow) => {
    expect(paperState(byte)).toEqual({ trouble, paperLow });
  });
});
