import { useEffect, useRef, useState, type RefObject } from 'react';

/** The width of an element in px, followed as it changes; a drawing made for it keeps its text size. */
export const useWidth = <E extends HTMLElement>(initialPx = 320): [RefObject<E | null>, number] => {
  const element = useRef<E>(null);
  const [width, setWidth] = useState(initialPx);
  useEffect(() => {
    if (!element.current) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return [element, width];
};
