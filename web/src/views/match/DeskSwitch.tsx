import { Link, useRoute } from 'wouter';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { demandsPath } from '../../shared/paths';
import style from './DeskSwitch.module.css';

const text = texts(
  { sides: '从哪一方开始', demand: '我有需求，找伙伴', partner: '我有伙伴，找需求' },
  { sides: 'Where to begin', demand: 'I have a demand', partner: 'I have a partner' },
);

/** Leads between the two questions of the desk: who fits a demand, and which demands fit a partner. */
export function DeskSwitch() {
  const t = useTexts(text);
  const [onPartner] = useRoute(demandsPath());
  return (
    <nav className={style.switch} aria-label={t.sides}>
      <Link href="/match" aria-current={onPartner ? undefined : 'page'}>
        {t.demand}
      </Link>
      <Link href={demandsPath()} aria-current={onPartner ? 'page' : undefined}>
        {t.partner}
      </Link>
    </nav>
  );
}
