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
    const draw = () => {
      frame = 0;
      const context = canvas.current?.getContext('2d');
      if (!canvas.current || !context) return;
      const colours = coloursOf(canvas.current);
      const { x1, y1, scale } = fitted(cy);
      context.clearRect(0, 0, width, height);
      cy.nodes().forEach((n) => {
        const { x, y } = n.position();
        context.fillStyle = String(n.data('colour'));
        context.fillRect((x - x1) * scale - 1.5, (y - y1) * scale - 1.5, 3, 3);
      });
      const sight = cy.extent();
      context.strokeStyle = colours.accent;
      context.lineWidth = 1.5;
      context.strokeRect((sight.x1 - x1) * scale, (sight.y1 - y1) * scale, sight.w * scale, sight.h * scale);
    };
    const soon = () => {
      if (!frame) frame = requestAnimationFrame(draw);
    };
    cy.on('viewport add remove position', soon);
    soon();
    return () => {
      cy.off('viewport add remove position', soon);
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

function fitted(cy: Core) {
  const all = cy.nodes().boundingBox({ includeLabels: false });
  const margin = 60;
  const scale = Math.min(width / (all.w + 2 * margin), height / (all.h + 2 * margin));
  return { x1: (all.x1 + all.x2) / 2 - width / 2 / scale, y1: (all.y1 + all.y2) / 2 - height / 2 / scale, scale };
}
