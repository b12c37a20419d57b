/** Shapes that say with form what colour says too: for colour-blind clerks and black-and-white paper. */
export type ShapeName = 'circle' | 'triangle' | 'octagon' | 'check' | 'arrow' | 'pause';

const PATHS = {
  circle: 'M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Z',
  triangle: 'M8 1.4 15.2 14H.8L8 1.4Z',
  octagon: 'M5 1h6l4 4v6l-4 4H5l-4-4V5l4-4Z',
  check: 'M6.3 13.4 1.2 8.3l1.9-1.9 3.2 3.2 6.6-6.6 1.9 1.9-8.5 8.5Z',
  pause: 'M3.5 2h3.5v12H3.5V2ZM9 2h3.5v12H9V2Z',
  arrow: 'M9 2.5 14.5 8 9 13.5V10H1.5V6H9V2.5Z',
} satisfies Record<ShapeName, string>;

export function Shape({ name, size = '1em' }: { readonly name: ShapeName; readonly size?: string }) {
  return (
    <svg className="shape" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={PATHS[name]} fill="currentColor" />
    </svg>
  );
}
