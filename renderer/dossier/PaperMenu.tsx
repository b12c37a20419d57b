import { Button, Menu } from '@mantine/core';
import { useRef, useState } from 'react';
import { type DossierFormName, dossierFormsOf, type DossierSlipName, slipsOf } from '../../domain/dossier-papers.ts';
import type { Dossier } from '../../domain/dossier.ts';
import type { FormPrinterChoice } from '../../electron/contract/print-views.ts';
import { KeyHint } from '../parts/KeyHint.tsx';
import { TroubleNotice } from '../parts/Notice.tsx';
import { useKeys } from '../parts/use-keys.ts';
import { usePaperAsked } from '../printing/use-paper-asked.ts';
import { PAPER_MENU, PAPERS } from '../text/printing.ts';

const SLIPS = { 'hand-over': 'hand-over-slip', supplement: 'supplement-slip', 'fee-receipt': 'fee-receipt' } as const;

type PaperMenuProps = { readonly dossier: Dossier; readonly formPrinter: FormPrinterChoice['kind'] };

/** Every paper there is of a dossier: slips, and forms to the printer or into a file. */
export function PaperMenu({ dossier, formPrinter }: PaperMenuProps) {
  const [isOpen, setOpen] = useState(false);
  const asked = usePaperAsked();
  const slips = slipsOf(dossier);
  const forms = dossierFormsOf(dossier);
  const hasPapers = slips.length + forms.length > 0;
  const button = useRef<HTMLButtonElement>(null);
  const open = (): void => {
    // A menu whose button is out of sight is not shown.
    button.current?.scrollIntoView({ block: 'center' });
    setOpen(true);
  };
  useKeys(hasPapers ? { print: open } : {}, 'everywhere');
  if (!hasPapers) return undefined;
  const { id } = dossier;
  const printSlip = (slip: DossierSlipName): void =>
    void asked.slip({ slip, dossierId: id }, PAPER_MENU.queued(PAPERS[SLIPS[slip]]));
  const printForm = (form: DossierFormName, to: 'printer' | 'file'): void => {
    const isFile = to === 'file' || formPrinter === 'none';
    const said = isFile ? PAPER_MENU.saving : PAPER_MENU.queued;
    void asked.form({ form, dossierId: id }, to, said(PAPERS[`form-${form}`]));
  };
  return (
    <>
      <Menu
        opened={isOpen}
        onChange={setOpen}
        position="bottom-end"
        width="target"
        withinPortal={false}
        // The hands are on the keys: the first paper has the focus, Tab and the arrows lead on.
        withInitialFocusPlaceholder={false}
        menuItemTabIndex={0}
      >
        <Menu.Target>
          <Button
            ref={button}
            variant="default"
            fullWidth
            rightSection={<KeyHint name="print" />}
            data-testid="paper-menu"
          >
            {PAPER_MENU.open}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {slips.length > 0 && <Menu.Label>{PAPER_MENU.slips}</Menu.Label>}
          {slips.map((slip) => (
            <Menu.Item key={slip} data-testid={`print-${slip}`} onClick={() => printSlip(slip)}>
              {PAPERS[SLIPS[slip]]}
            </Menu.Item>
          ))}
          {forms.length > 0 && <Menu.Label>{formPrinter === 'none' ? PAPER_MENU.toFile : PAPER_MENU.forms}</Menu.Label>}
          {forms.map((form) => (
            <Menu.Item key={form} data-testid={`print-form-${form}`} onClick={() => printForm(form, 'printer')}>
              {PAPERS[`form-${form}`]}
            </Menu.Item>
          ))}
          {formPrinter !== 'none' && forms.length > 0 && <Menu.Label>{PAPER_MENU.toFile}</Menu.Label>}
          {formPrinter !== 'none' &&
            forms.map((form) => (
              <Menu.Item key={form} data-testid={`save-form-${form}`} onClick={() => printForm(form, 'file')}>
                {PAPERS[`form-${form}`]}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <output className="soft dossier-note" data-testid="paper-note">
        {asked.note}
      </output>
      {asked.trouble && <TroubleNotice trouble={asked.trouble} />}
    </>
  );
}
