import { CommandsAndReadModels } from "./commands-and-read-models.tsx";
import { Shapes } from "./shapes-figure.tsx";
import "./figure.css";

/** Lesson 16's figure: one box that may split into two, and the split one at work. */
export default function Figure() {
  return (
    <div className="cqrs-figure">
      <Shapes />
      <CommandsAndReadModels />
    </div>
  );
}
