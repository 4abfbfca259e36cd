#:project ../src/Denpa/Denpa.csproj

// One step of back propagation by hand, and what becomes of it when an equation is a little wrong.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

const double learningRate = 0.1;
Tensor x = Tensor.From(0.8, 0.2, 0.7);
Tensor w1 = Tensor.From(new[,] { { 0.8, 0.2, 0.3 }, { 0.3, 0.5, 0.1 }, { 0.2, 0.4, 0.5 } });
Tensor w2 = Tensor.From(new[,] { { 0.1, 0.3, 0.5 }, { 0.2, 0.9, 0.5 }, { 0.5, 0.3, 0.1 } });
Tensor t = Tensor.From(0.5, 0.99, 0.6);
HalfSquaredError error = new(LossReduction.Sum);

Tensor h = w1.MatMul(x).Sigmoid();
Tensor o = w2.MatMul(h).Sigmoid();
Tensor e = t - o;

Console.WriteLine($"""
    The net of sample 03: sigmoid, no bias. Error ½·Σ(t − o)², learning rate {learningRate}, one update.

    target t                 {t}
    output o                 {o}
    t − o                    {e}

    output after one update:
    """);

// The true gradient: each δ is the error times the slope of the unit, and goes back through the weights.
Tensor delta2 = e * o * (1 - o);
Tensor delta1 = w2.Transpose().MatMul(delta2) * h * (1 - h);
Show("true gradient, by hand", w1 + (learningRate * Outer(delta1, x)), w2 + (learningRate * Outer(delta2, h)));

// The same by the engine.
Parameter p1 = new(w1), p2 = new(w2);
new Sgd([p1, p2], learningRate).Step(error.Forward(Forward(p1.Value, p2.Value), t).Backward());
Show("true gradient, by Denpa", p1.Value, p2.Value);

// The heuristic: the raw errors go back through the weights, without the slopes of the outputs.
Tensor heuristic1 = w2.Transpose().MatMul(e) * h * (1 - h);
Show("raw errors sent back", w1 + (learningRate * Outer(heuristic1, x)), w2 + (learningRate * Outer(delta2, h)));

// The slip: the heuristic, and a dot product, one number, added to every weight.
Show("dot product slip", w1 + (learningRate * heuristic1.MatMul(x)), w2 + (learningRate * delta2.MatMul(h)));

Console.WriteLine($"""

    Raw errors: popular, because it is easy to tell: "share the error among the weights". It leaves
    out the slope o·(1 − o) of each output, here about {(o * (1 - o)).Mean().Item():F2}, so the hidden layer gets steps more than
    four times too large, and since the slopes of the outputs differ, not quite downhill. It learns
    here as well: it is a heuristic, not the gradient.

    Dot product: δ·hᵀ has one number for each weight, an outer product of [3] and [3] to [3, 3]. A dot
    product has one number in all, and broadcasting adds it to every weight without complaint. So all
    outputs move together: the first one moves up, away from its target of 0.5. (This slip is shown
    as it is found in tutorials, with raw errors as well.)

    A target outside of (0, 1) is one that a sigmoid never reaches. Target [1.5 −0.5 0.6], by the true
    gradient:

      steps   output                    error   largest |W₂|   largest ∂E/∂W₂
    """);

t = Tensor.From(1.5, -0.5, 0.6);
(p1, p2) = (new(w1), new(w2));
Sgd sgd = new([p1, p2], learningRate);
for (int step = 0; step <= 10_000; step++)
{
    o = Forward(p1.Value, p2.Value);
    Tensor loss = error.Forward(o, t);
    Gradients gradients = loss.Backward();
    if (step is 0 or 100 or 1_000 or 10_000)
    {
        double weight = p2.Value.Abs().Max().Item(), gradient = gradients[p2].Abs().Max().Item();
        Console.WriteLine($"  {step,7}   {o[0]:F4}  {o[1]:F4}  {o[2]:F4} {loss.Item(),8:F4} {weight,14:F3} {gradient,16:F6}");
    }

    sgd.Step(gradients);
}

Console.WriteLine("""

    The outputs creep towards 1 and 0, and the error stays above ½·(0.5² + 0.5²) = 0.25. The weights
    grow without end, and the gradient vanishes with the slope. Scale targets into (0, 1), or end in
    the identity.
    """);

Tensor Forward(Tensor first, Tensor second) => second.MatMul(first.MatMul(x).Sigmoid()).Sigmoid();

Tensor Outer(Tensor column, Tensor row) => column.Reshape(-1, 1) * row;

void Show(string what, Tensor first, Tensor second)
{
    Tensor output = Forward(first, second);
    Console.WriteLine($"  {what,-24} {output}   error {error.Forward(output, t).Item():F8}");
}
