import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../i18n/language';
import { texts } from '../i18n/texts';
import { Failure } from '../ui/States';
import { fileName } from './book';
import { download } from './download';
import { asPng, type Picture } from './picture';

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

const forms = ['SVG', 'PNG'] as const;
type Form = (typeof forms)[number];

/** Buttons that export a drawing; draw may ask for what stands below it. */
export function PictureButtons({ what, draw }: { what: string; draw: () => Promise<Picture> }) {
  const t = useTexts(text);
  const [busy, setBusy] = useState<Form>();
  const [error, setError] = useState<unknown>();
  const run = async (form: Form) => {
    setBusy(form);
    setError(undefined);
    try {
      const picture = await draw();
      const name = fileName(what, form.toLowerCase());
      if (form === 'SVG') download(picture.svg, name, 'image/svg+xml');
      else download(await asPng(picture), name);
    } catch (e) {
      setError(e);
    } finally {
      setBusy(undefined);
    }
  };
  return (
    <>
      {forms.map((form) => (
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
      ))}
      {error !== undefined && <Failure error={error} />}
    </>
  );
}
