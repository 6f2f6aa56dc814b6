import { ActionIcon, Button, Group } from '@mantine/core';
import { useEffect, useRef, type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject } from 'react';
import { useTexts } from '../../shared/i18n/language';
import { texts } from '../../shared/i18n/texts';
import { moved, step, whole, zoomed, type Sight } from './sight';
import type { Go } from './useSight';
import style from './MapView.module.css';

const text = texts(
  {
    map: '地图：滚轮或加减键缩放，拖动或方向键移动，0 键还原',
    nearer: '放大',
    farther: '缩小',
    whole: '全图',
  },
  {
    map: 'Map: wheel or + and − zoom, dragging or arrow keys move, 0 shows all',
    nearer: 'Zoom in',
    farther: 'Zoom out',
    whole: 'Whole map',
  },
);

const arrows: Record<string, readonly [dx: number, dy: number]> = {
  ArrowUp: [0, 60],
  ArrowDown: [0, -60],
  ArrowLeft: [60, 0],
  ArrowRight: [-60, 0],
};

/** A point of the page in the units of the drawing. */
function unitsOf(svg: SVGSVGElement, x: number, y: number) {
  const matrix = svg.getScreenCTM()?.inverse();
  return matrix ? new DOMPoint(x, y).matrixTransform(matrix) : new DOMPoint(0, 0);
}

const slip = 4; // pixels that a click may slip before it is a move

/** What moves and enlarges the drawing in it: buttons, wheel, pointer and keys. */
export function Chart({
  sight,
  go,
  svg,
  children,
}: {
  sight: Sight;
  go: Go;
  svg: RefObject<SVGSVGElement | null>;
  children: ReactNode;
}) {
  const t = useTexts(text);
  const box = useRef<HTMLDivElement>(null);
  const drag = useRef<{ x: number; y: number; far: boolean }>(undefined);
  const latest = useRef({ sight, go });
  useEffect(() => {
    latest.current = { sight, go };
  });

  useEffect(() => {
    const here = box.current;
    const onWheel = (e: WheelEvent) => {
      // Where there is nothing to enlarge or shrink, the page scrolls on.
      if (!svg.current || (e.deltaY > 0 && latest.current.sight.zoom <= 1)) return;
      e.preventDefault();
      const at = unitsOf(svg.current, e.clientX, e.clientY);
      latest.current.go((s) => zoomed(s, Math.exp(-Math.max(-120, Math.min(120, e.deltaY)) / 240), at));
    };
    here?.addEventListener('wheel', onWheel, { passive: false }); // React's are passive
    return () => here?.removeEventListener('wheel', onWheel);
  }, [svg]);

  const onKeyDown = (e: KeyboardEvent) => {
    if (e.target !== e.currentTarget || e.ctrlKey || e.metaKey || e.altKey) return;
    const arrow = sight.zoom > 1 ? arrows[e.key] : undefined;
    if (e.key === '+' || e.key === '=') go((s) => zoomed(s, step));
    else if (e.key === '-') go((s) => zoomed(s, 1 / step));
    else if (e.key === '0') go(() => whole);
    else if (arrow) go((s) => moved(s, ...arrow));
    else return;
    e.preventDefault();
  };
  const onPointerMove = (e: PointerEvent<HTMLDivElement>) => {
    const from = drag.current;
    if (!from || !svg.current) return;
    if (!from.far && Math.hypot(e.clientX - from.x, e.clientY - from.y) < slip) return;
    if (!from.far) e.currentTarget.setPointerCapture(e.pointerId);
    const [a, b] = [unitsOf(svg.current, from.x, from.y), unitsOf(svg.current, e.clientX, e.clientY)];
    drag.current = { x: e.clientX, y: e.clientY, far: true };
    go((s) => moved(s, b.x - a.x, b.y - a.y));
  };

  return (
    <div>
      <div
        ref={box}
        className={style.chart}
        tabIndex={0}
        role="group"
        aria-label={t.map}
        data-near={sight.zoom > 1 || undefined}
        onKeyDown={onKeyDown}
        onPointerDown={(e) => {
          if (e.button === 0 && sight.zoom > 1) drag.current = { x: e.clientX, y: e.clientY, far: false };
        }}
        onPointerMove={onPointerMove}
        onPointerUp={() => {
          drag.current = undefined;
        }}
        onPointerCancel={() => {
          drag.current = undefined;
        }}
      >
        {children}
      </div>
      {/* Never disabled: who presses them by keyboard would lose the focus. */}
      <Group gap={4} mt={6}>
        <ActionIcon
          variant="default"
          aria-label={t.farther}
          title={t.farther}
          onClick={() => {
            go((s) => zoomed(s, 1 / step));
          }}
        >
          <span aria-hidden>−</span>
        </ActionIcon>
        <ActionIcon
          variant="default"
          aria-label={t.nearer}
          title={t.nearer}
          onClick={() => {
            go((s) => zoomed(s, step));
          }}
        >
          <span aria-hidden>+</span>
        </ActionIcon>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            go(() => whole);
          }}
        >
          {t.whole}
        </Button>
      </Group>
    </div>
  );
}
