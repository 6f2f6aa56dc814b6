import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../i18n/language';
import { texts } from '../i18n/texts';
import { Failure } from '../ui/States';

const text = texts(
  {
    as: (what: string, form: string) => `导出 ${form}：${what}`,
    form: (form: string) => `导出 ${form}`,
  },
  {
    as: (what: string, form: string) => `Export ${form}: ${what}`,
    form: (form: string) => `Export ${form}`,
  },
);

/** A button for each form of a file, one at work at a time, and what went wrong. */
export function useFileButtons<Form extends string>(
  what: string,
  forms: readonly Form[],
  make: (form: Form) => Promise<void>,
) {
  const t = useTexts(text);
  const [busy, setBusy] = useState<Form>();
  const [error, setError] = useState<unknown>();
  const run = async (form: Form) => {
    setBusy(form);
    setError(undefined);
    try {
      await make(form);
    } catch (e) {
      setError(e);
    } finally {
      setBusy(undefined);
    }
  };
  return {
    buttons: forms.map((form) => (
      <Button
        key={form}
        size="compact-sm"
        variant="subtle"
        loading={busy === form}
        disabled={busy !== undefined}
        aria-label={t.as(what, form)}
        onClick={() => void run(form)}
      >
        {t.form(form)}
      </Button>
    )),
    failure: error !== undefined && <Failure error={error} />,
  };
}
