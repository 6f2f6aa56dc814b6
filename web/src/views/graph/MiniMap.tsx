import type { Core } from 'cytoscape';
import { useEffect, useRef } from 'react';
import { coloursOf } from './look';
import style from './GraphView.module.css';

const width = 170;
const height = 110;

/** All of the graph in small, with the part that is in sight; a click leads there. */
export function MiniMap({ cy, label }: { cy: Core; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    let frame = 0;
    // The nodes are drawn anew only when they change, not for every move of the view.
    const dots = document.createElement('canvas');
    dots.width = width;
    dots.height = height;
    let fit: Fit | undefined;
    const drawDots = () => {
      const context = dots.getContext('2d');
      if (!context) return;
      const { x1, y1, scale } = (fit = fitted(cy));
      context.clearRect(0, 0, width, height);
      cy.nodes().forEach((n) => {
        const { x, y } = n.position();
        context.fillStyle = String(n.data('colour'));
        context.fillRect((x - x1) * scale - 1.5, (y - y1) * scale - 1.5, 3, 3);
      });
    };
    const draw = () => {
      frame = 0;
      const context = canvas.current?.getContext('2d');
      if (!canvas.current || !context) return;
      if (!fit) drawDots();
      const { x1, y1, scale } = fit ?? fitted(cy);
      const sight = cy.extent();
      context.clearRect(0, 0, width, height);
      context.drawImage(dots, 0, 0);
      context.strokeStyle = coloursOf(canvas.current).accent;
      context.lineWidth = 1.5;
      // What is seen may reach beyond the small picture: its frame stays within.
      const [left, right] = [within((sight.x1 - x1) * scale, width), within((sight.x2 - x1) * scale, width)];
      const [top, bottom] = [within((sight.y1 - y1) * scale, height), within((sight.y2 - y1) * scale, height)];
      context.strokeRect(left, top, right - left, bottom - top);
    };
    const soon = () => {
      if (!frame) frame = requestAnimationFrame(draw);
    };
    const anew = () => {
      fit = undefined;
      soon();
    };
    cy.on('viewport', soon);
    cy.on('add remove position data', anew);
    soon();
    return () => {
      cy.off('viewport', soon);
      cy.off('add remove position data', anew);
      cancelAnimationFrame(frame);
    };
  }, [cy]);

  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      className={style.minimap}
      aria-hidden
      title={label}
      onPointerDown={(e) => {
        const box = e.currentTarget.getBoundingClientRect();
        const { x1, y1, scale } = fitted(cy);
        const to = { x: (e.clientX - box.left) / scale + x1, y: (e.clientY - box.top) / scale + y1 };
        const zoom = cy.zoom();
        cy.pan({ x: cy.width() / 2 - to.x * zoom, y: cy.height() / 2 - to.y * zoom });
      }}
    />
  );
}

const within = (value: number, most: number) => Math.min(Math.max(value, 1), most - 1);

type Fit = { x1: number; y1: number; scale: number };

/** Where the small picture begins, and how small it is. By the positions alone: boxes with names are slow. */
function fitted(cy: Core): Fit {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  cy.nodes().forEach((n) => {
    const { x, y } = n.position();
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  });
  if (left > right) [left, right, top, bottom] = [0, 0, 0, 0];
  const margin = 80;
  const scale = Math.min(width / (right - left + 2 * margin), height / (bottom - top + 2 * margin));
  return { x1: (left + right) / 2 - width / 2 / scale, y1: (top + bottom) / 2 - height / 2 / scale, scale };
}
