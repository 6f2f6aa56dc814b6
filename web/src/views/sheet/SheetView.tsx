import { Button, Group, Text } from '@mantine/core';
import { Link, useSearchParams } from 'wouter';
import { MatchSheetDocument } from '../../gql/graphql';
import { useAsk } from '../../shared/api/ask';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { matchAgainPath } from '../../shared/paths';
import { QueryBehind } from '../../shared/ui/QueryBehind';
import { Answer, Empty } from '../../shared/ui/States';
import { anywhere, askingOf, hasDemand, question, readState } from '../match/state';
import { Paper } from './Paper';
import style from './Sheet.module.css';

const text = texts(
  {
    missing: '这个链接缺少需求或合作方',
    how: '请在对接台选好需求，再从某个合作方处打开对接单。',
    gone: '按这些条件，该单位不在推荐之列',
    why: '可能是地区或类型不符，或没有记录在案的依据。请回到对接台调整条件。',
    back: '回到对接台',
    print: '打印',
    hint: '打印时可另存为 PDF；页眉和按钮不会印出。',
  },
  {
    missing: 'This link lacks a demand or a partner',
    how: 'Choose a demand at the match desk and open the sheet of a partner there.',
    gone: 'Under these conditions this body is not in the list',
    why: 'Its region or kind may be another, or nothing is on record. Change the conditions at the match desk.',
    back: 'Back to the match desk',
    print: 'Print',
    hint: 'Printing can save a PDF; header and buttons are not printed.',
  },
);

/** A 对接单: all that speaks for and against one partner, on a page to print. */
export default function SheetView() {
  const t = useTexts(text);
  const [parameters] = useSearchParams();
  const state = readState(parameters);
  const partner = parameters.get('partner') ?? '';
  // The regions that the link names, to print their names.
  const places = [state.region, state.exclude].filter((id) => id !== '' && id !== anywhere);
  const variables = { ...askingOf(state), partner, places };
  const complete = partner !== '' && hasDemand(state);
  const asked = useAsk(MatchSheetDocument, variables, !complete);
  if (!complete)
    return (
      <Empty page title={t.missing}>
        {t.how}
      </Empty>
    );
  return (
    <div className={style.desk}>
      <Group className={style.tools ?? ''} justify="space-between">
        <Link href={matchAgainPath(question(state))}>{t.back}</Link>
        <Group gap="xs">
          <Text size="xs" c="dimmed">
            {t.hint}
          </Text>
          <QueryBehind question={MatchSheetDocument} variables={variables} />
          <Button
            size="xs"
            onClick={() => {
              print();
            }}
          >
            {t.print}
          </Button>
        </Group>
      </Group>
      <Answer asked={asked}>
        {(data) =>
          data.partnerMatch ? (
            <Paper data={data} match={data.partnerMatch} state={state} />
          ) : (
            <Empty page title={t.gone}>
              {t.why}
            </Empty>
          )
        }
      </Answer>
    </div>
  );
}
