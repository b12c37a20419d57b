import './guide.css';
import { Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { keyNames, LIST_KEYS } from '../keys.ts';
import type { ScreenId } from '../frame/screens.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import { useLoneKeys } from '../parts/use-lone-keys.ts';
import { type ChapterId, CHAPTERS, GUIDE } from '../text/guide.ts';
import { HELP, KEY_TEXTS } from '../text/vi.ts';
import { CHAPTER_OF, chapterIds, PICTURES } from './chapters.ts';

type GuideDialogProps = {
  readonly opened: boolean;
  /** What the clerk was doing when help was asked for. */
  readonly screen: ScreenId;
  readonly onClose: () => void;
};

/** The clerk's guide: chapters with pictures that the program took of itself, and every key. */
export function GuideDialog({ opened, screen, onClose }: GuideDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} title={GUIDE.title} size="70rem" centered>
      <Guide start={CHAPTER_OF[screen]} />
    </Modal>
  );
}

function Guide({ start }: { readonly start: ChapterId }) {
  const [chapter, setChapter] = useState<ChapterId>(start);
  const list = useRef<HTMLElement>(null);
  const page = useRef<HTMLElement>(null);
  useEffect(() => page.current?.scrollTo({ top: 0 }), [chapter]);
  const choose = (id: ChapterId): void => {
    setChapter(id);
    list.current?.querySelectorAll('button')[chapterIds().indexOf(id)]?.focus();
  };
  useLoneKeys(
    chapterIds().map((id, at) => ({ key: LIST_KEYS[at], onPress: () => choose(id) })),
    'panel',
  );
  return (
    <div className="guide" data-testid="help" data-chapter={chapter}>
      <nav className="guide-chapters" ref={list} aria-label={GUIDE.chapters}>
        {chapterIds().map((id, at) => (
          <button
            key={id}
            type="button"
            className="guide-chapter"
            aria-current={id === chapter ? 'page' : undefined}
            data-autofocus={id === start || undefined}
            data-testid={`guide-${id}`}
            onClick={() => setChapter(id)}
          >
            <kbd className="key-hint">{GUIDE.numbered(at)}</kbd>
            {CHAPTERS[id].title}
          </button>
        ))}
        <p className="soft guide-hint">{GUIDE.hint}</p>
      </nav>
      {/* Long chapters are scrolled by the keys too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className="guide-page" ref={page} tabIndex={0} aria-label={CHAPTERS[chapter].title}>
        <Chapter id={chapter} />
      </section>
    </div>
  );
}

function Chapter({ id }: { readonly id: ChapterId }) {
  const { title, about, steps } = CHAPTERS[id];
  const picture = PICTURES[id];
  return (
    <article>
      <h2>{title}</h2>
      <p>{about}</p>
      {steps.length > 0 && (
        <ol className="guide-steps">
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {picture !== undefined && <img className="guide-picture" src={picture} alt={GUIDE.picture(title)} />}
      {id === 'keys' && <Keys />}
    </article>
  );
}

/** All keys, from the one table. */
function Keys() {
  return (
    <>
      <dl className="help-keys">
        {keyNames().map((name) => (
          <div key={name}>
            <dt>
              <KeyHint name={name} />
            </dt>
            <dd>{KEY_TEXTS[name]}</dd>
          </div>
        ))}
      </dl>
      <p className="soft">{HELP.acts}</p>
      <p className="soft">{HELP.scanning}</p>
      <p className="soft">{HELP.offline}</p>
    </>
  );
}
