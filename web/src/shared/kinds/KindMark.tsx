import { useLanguage } from '../i18n/language';
import { useVocabulary } from '../i18n/vocabulary';
import type { Kind } from '../../gql/enums';
import { lookOf } from './look';
import style from './KindMark.module.css';

/** The small sign of a kind; its word is its title, or stands beside it. */
export function KindMark({ kind, size = 22, word = false }: { kind: Kind; size?: number; word?: boolean }) {
  const words = useVocabulary();
  const side = useLanguage().language === 'zh' ? 0 : 1;
  const look = lookOf(kind);
  return (
    <span className={style.mark} title={words.kind(kind)}>
      <span
        className={style.sign}
        data-shape={look.shape}
        style={{ background: look.colour, width: size, height: size, fontSize: size * 0.55 }}
        aria-hidden={word}
        role={word ? undefined : 'img'}
        aria-label={word ? undefined : words.kind(kind)}
      >
        {look.sign[side]}
      </span>
      {word && <span>{words.kind(kind)}</span>}
    </span>
  );
}
