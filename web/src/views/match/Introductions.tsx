import { Badge, Text } from '@mantine/core';
import { MatchIntroductionsDocument } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { Answer } from '../../shared/ui/States';
import { Chain } from './Chain';
import style from './Match.module.css';
import type { Asking } from './state';
import { useMatchWords } from './words';

const text = texts(
  {
    title: (name: string) => `谁能引荐${name}`,
    none: '图谱中没有可代为引荐的本地单位，需直接联系。',
    direct: '已有直接联系',
    planned: '含规划中的联系',
  },
  {
    title: (name: string) => `Who can introduce us to ${name}`,
    none: 'Nobody at home who is known to the graph has a tie with it: contact it directly.',
    direct: 'tied already',
    planned: 'has planned ties',
  },
);

const most = 5;

/** Through whom of home a partner is known; asked for when it is shown. */
export function Introductions({ asking, partner, name }: { asking: Asking; partner: string; name: string }) {
  const t = useTexts(text);
  const words = useMatchWords();
  const asked = useAsk(MatchIntroductionsDocument, { ...asking, partner, first: most });
  return (
    <section aria-label={t.title(name)}>
      <Answer asked={asked}>
        {({ partnerMatch }) => {
          // Where it is null, the error that came with it is shown above.
          if (!partnerMatch?.introductions) return null;
          if (partnerMatch.introductions.length === 0) return <Text size="sm">{t.none}</Text>;
          return (
            <ol className={style.paths}>
              {partnerMatch.introductions.map((way, i) => (
                <li key={i}>
                  <Text size="sm">
                    {words.sentence(way.reason)}{' '}
                    {way.direct && (
                      <Badge size="xs" variant="light" color="teal">
                        {t.direct}
                      </Badge>
                    )}
                    {way.planned && (
                      <Badge size="xs" variant="outline" color="orange">
                        {t.planned}
                      </Badge>
                    )}
                  </Text>
                  <Chain start={way.start} steps={way.steps} />
                </li>
              ))}
            </ol>
          );
        }}
      </Answer>
    </section>
  );
}
