import { cp, mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElectronApplication, Page } from 'playwright-core';
import { build, type Plugin } from 'vite';
import { projectRoot } from '../../scripts/console.ts';

/** Stands before every text of `renderer/text/` in a program that {@link writeMarkedProgram} wrote. */
const MARK = '§';

/** How dates, hours and money are written: beside the texts, and put back into fields, so without the mark. */
const FORMATS = 'format.ts';

/** The program as it was built, its window built anew with every text marked. `folder` is empty. */
export async function writeMarkedProgram(folder: string): Promise<void> {
  await cp(path.join(projectRoot, 'dist'), path.join(folder, 'dist'), { recursive: true });
  await cp(path.join(projectRoot, 'package.json'), path.join(folder, 'package.json'));
  await symlink(path.join(projectRoot, 'node_modules'), path.join(folder, 'node_modules'));
  const outDir = path.join(folder, 'dist/renderer');
  await mkdir(outDir, { recursive: true });
  await build({
    configFile: path.join(projectRoot, 'renderer/vite.config.ts'),
    logLevel: 'warn',
    plugins: [markTexts()],
    build: { outDir, emptyOutDir: true },
  });
}

/** Every exported text goes through the mark, whatever it is: a sentence, a table of them, a function that makes one. */
function markTexts(): Plugin {
  const texts = path.join(projectRoot, 'renderer/text/');
  const marker = fileURLToPath(import.meta.resolve('./mark-text.ts'));
  return {
    name: 'mark-texts',
    enforce: 'pre',
    transform(source, id) {
      if (!id.startsWith(texts) || id.endsWith(FORMATS)) return undefined;
      const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
      const inside = source.replaceAll(/^export (?=const |function )/gm, '');
      const outside = names.map(
        (name) => `const ${name}$marked = mark$(${name});\nexport { ${name}$marked as ${name} };`,
      );
      return [`import { markText as mark$ } from ${JSON.stringify(marker)};`, inside, ...outside].join('\n');
    },
  };
}

/** What the core answers goes by here on its way to the window; nothing that stands in it was written by us. */
export async function recordAnswers(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ ipcMain }) => {
    const channel = 'counter:call';
    const real = Reflect.get(ipcMain, '_invokeHandlers').get(channel);
    const answers: string[] = [];
    Reflect.set(globalThis, 'coreAnswers', answers);
    ipcMain.removeHandler(channel);
    ipcMain.handle(channel, async (event, name: string, input: unknown) => {
      const envelope = await real(event, name, input);
      answers.push(JSON.stringify(envelope), JSON.stringify(input));
      return envelope;
    });
  });
}

/** Texts on the screen, or read aloud from it, that bear no mark and are no data. */
export async function unmarkedTexts(app: ElectronApplication, page: Page): Promise<readonly string[]> {
  const [shown, answers] = [
    await page.evaluate(textsShown),
    await app.evaluate((): string => Reflect.get(globalThis, 'coreAnswers').join('\n')),
  ];
  const data = answers.normalize('NFC').toLocaleLowerCase('vi');
  return shown.filter((text) => /\p{L}/u.test(text) && !text.includes(MARK) && !isData(text, data));
}

/** Dates, hours and money as {@link FORMATS} writes them. */
const FORMATTED =
  /(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật)|\d+(?:,\d+)? giờ(?: \d+)?|[\d.]+ đ(?!\p{L})|\d{2}\/\d{2}\/\d{4}/giu;

/** Data of more than one kind stand beside each other, parted by no words. */
function isData(text: string, data: string): boolean {
  const parts = text
    .normalize('NFC')
    .toLocaleLowerCase('vi')
    .replaceAll(FORMATTED, '')
    .split(/[;:,·–] |[()]/u);
  return parts
    .map((part) => part.trim())
    .every((part) => !/\p{L}/u.test(part) || data.includes(JSON.stringify(part).slice(1, -1)));
}

/** Runs in the page. What a key is called on its cap is no text, nor is what somebody typed. */
function textsShown(): readonly string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { currentNode } = walker;
    const element = currentNode.parentElement;
    const text = currentNode.textContent?.trim();
    if (!element || !text || element.closest('kbd, script, style, textarea')) continue;
    if (element.checkVisibility()) found.push(text);
  }
  for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
    if (!element.checkVisibility()) continue;
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      found.push(element.getAttribute(name)?.trim() ?? '');
  }
  return [...new Set(found)];
}
