import { fileName } from './book';
import { download } from './download';
import { asPng, type Picture } from './picture';
import { useFileButtons } from './useFileButtons';

/** Buttons that export a drawing; draw may ask for what stands below it. */
export function PictureButtons({ what, draw }: { what: string; draw: () => Promise<Picture> }) {
  const { buttons, failure } = useFileButtons(what, ['SVG', 'PNG'], async (form) => {
    const picture = await draw();
    const name = fileName(what, form.toLowerCase());
    if (form === 'SVG') download(picture.svg, name, 'image/svg+xml');
    else download(await asPng(picture), name);
  });
  return (
    <>
      {buttons}
      {failure}
    </>
  );
}
