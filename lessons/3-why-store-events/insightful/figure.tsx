import { useState } from "react";
import { GuessQuestion } from "../../../figures/guess/guess-question.tsx";
import { InterestMeter } from "./interest-meter.tsx";
import "../../../figures/plot/line-plot.css";
import "./figure.css";

const options = ["all five", "three of them", "only one"] as const;

/** Lesson 15's figure: what an order shows of a visit, then the visit itself. */
export default function Figure() {
  const [guessed, setGuessed] = useState(false);
  return (
    <div className="interest-figure">
      <GuessQuestion
        ask="Yeva’s order holds two pairs of socks and nothing else. She put something into her cart or took it out five times. How often was it socks?"
        options={options}
        right={["only one"]}
        reason="She put the socks in once, just before the checkout. The other four times it was pants, and the order does not show them."
        onGuess={() => setGuessed(true)}
      />
      {guessed && <InterestMeter />}
    </div>
  );
}
