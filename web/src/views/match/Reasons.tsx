import { Text } from '@mantine/core';
import type { MatchComponentName } from '../../gql/enums';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import style from './Match.module.css';
import { useMatchWords } from './words';

type Said = { sentence: { zh: string; en: string } };
type Reason = Said & { code: string; component: MatchComponentName };

export type Reasoned = { reasonsFor: Reason[]; reasonsAgainst: Reason[]; wouldChange: Said[] };

const text = texts(
  {
    for: '推荐理由',
    against: '不利因素',
    change: '名次何时会变',
    noneFor: '没有记录在案的理由',
    noneAgainst: '未发现不利因素',
  },
  {
    for: 'Reasons for',
    against: 'Reasons against',
    change: 'What would change the rank',
    noneFor: 'None on record',
    noneAgainst: 'None found',
  },
);

function Said({ title, said, none, sign }: { title: string; said: Said[]; none: string; sign: string }) {
  const words = useMatchWords();
  return (
    <div>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      {said.length === 0 ? (
        <Text size="sm" c="dimmed">
          {none}
        </Text>
      ) : (
        <ul className={style.reasons} data-sign={sign}>
          {said.map((s, i) => (
            <li key={i}>{words.sentence(s.sentence)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

export function For({ match }: { match: Pick<Reasoned, 'reasonsFor'> }) {
  const t = useTexts(text);
  return <Said title={t.for} said={match.reasonsFor} none={t.noneFor} sign="+" />;
}

export function Against({ match }: { match: Pick<Reasoned, 'reasonsAgainst'> }) {
  const t = useTexts(text);
  return <Said title={t.against} said={match.reasonsAgainst} none={t.noneAgainst} sign="−" />;
}

export function Changes({ match }: { match: Pick<Reasoned, 'wouldChange'> }) {
  const t = useTexts(text);
  if (match.wouldChange.length === 0) return null;
  return <Said title={t.change} said={match.wouldChange} none="" sign="↕" />;
}
