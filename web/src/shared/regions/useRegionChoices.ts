import { useTexts } from '../i18n/language';
import { useNames } from '../i18n/names';
import { texts } from '../i18n/texts';
import { choicesBelow, type RegionTree } from './choices';

const text = texts(
  {
    area: '范围',
    province: '省级',
    city: '市级',
    county: '区县',
    whole: (name: string) => `${name}（全部）`,
    within: (name: string, parent: string) => `${name} · ${parent}`,
  },
  {
    area: 'Area',
    province: 'Provinces',
    city: 'Cities',
    county: 'Districts',
    whole: (name: string) => `${name} (all)`,
    within: (name: string, parent: string) => `${name} · ${parent}`,
  },
);

type Option = { value: string; label: string };

/**
 * What a chooser of regions offers: the area itself, with what else fits beside it, then
 * what lies in it level by level. What is farther down names the region above, so that
 * typing a province brings its cities too.
 */
export function useRegionChoices() {
  const t = useTexts(text);
  const nameOf = useNames();
  return {
    whole: (top: RegionTree) => t.whole(nameOf(top)),
    groups: (top: RegionTree | undefined, wide: Option[]) => [
      { group: t.area, items: wide },
      ...(top ? choicesBelow(top) : []).map(({ level, choices }) => ({
        group: t[level],
        items: choices.map(({ region, parent }): Option => {
          const name = nameOf(region);
          const label =
            level === 'province' ? t.whole(name) : parent.id === top?.id ? name : t.within(name, nameOf(parent));
          return { value: region.id, label };
        }),
      })),
    ],
  };
}
