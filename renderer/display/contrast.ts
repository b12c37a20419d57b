export type Contrast = 'normal' | 'more';

/** Beside the colours: it belongs to the machine, not to the data. */
const KEPT = 'contrast';

export function keptContrast(): Contrast {
  return localStorage.getItem(KEPT) === 'more' ? 'more' : 'normal';
}

/** Shows what was kept. To be called before anything is drawn. */
export function showContrast(): void {
  document.documentElement.dataset['contrast'] = keptContrast();
}

export function chooseContrast(contrast: Contrast): void {
  localStorage.setItem(KEPT, contrast);
  showContrast();
}
