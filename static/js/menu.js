// Where a menu opens: beside what opened it, so that no act of it lies under the pointer; where there is no room, below
// or above it.
const [GAP, EDGE] = [4, 8];

const within = (place, size, room) => Math.max(EDGE, Math.min(place, room - size - EDGE));

export function openBeside(menu, opener) {
  menu.showPopover();
  const at = opener.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = menu;
  const isBeside = at.right + GAP + width + EDGE <= innerWidth;
  const isBelow = at.bottom + GAP + height + EDGE <= innerHeight;
  const under = isBelow ? at.bottom + GAP : at.top - GAP - height;
  menu.style.inset = "auto";
  menu.style.insetInlineStart = `${within(isBeside ? at.right + GAP : at.left, width, innerWidth)}px`;
  menu.style.insetBlockStart = `${within(isBeside ? at.top : under, height, innerHeight)}px`;
}
