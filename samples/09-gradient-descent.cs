#:project ../src/Denpa/Denpa.csproj

// Gradient descent: go downhill, a step at a time. The learning rate decides whether one ever arrives.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

double[] start = [-3, 4];
const int steps = 100;

Console.WriteLine($"""
    f(x) = x₀² + x₁², from (−3, 4), {steps} steps of x ← x − η·∇f(x).

    """);

DescentResult good = GradientDescent.Minimize(F, start, learningRate: 0.1, steps, differenceStep: 1e-4);
Report("η = 0.1, gradient by central differences", good);
Console.WriteLine("\n  Each step takes a fifth of what is left:");
foreach (int step in new[] { 0, 1, 2, 5, 10, 20 })
{
    Console.WriteLine($"    step {step,3}   x = {Tensor.From<double>([.. good.Path[step].Point]),-27} f = {good.Path[step].Value:g6}");
}

Console.WriteLine();
Report("η = 10, gradient by central differences", GradientDescent.Minimize(F, start, learningRate: 10, steps, differenceStep: 1e-4));
Console.WriteLine();
Report("η = 10, exact gradient", GradientDescent.Minimize(F, x => [2 * x[0], 2 * x[1]], start, learningRate: 10, steps));
Console.WriteLine("""

      Too large: x − 10·2x = −19x, so each step jumps over the minimum, and 19 times as far away. With
      the exact gradient it goes on like that. With differences it is stuck near 1e13: there the next
      float64 is farther away than h = 1e-4, so x + h is x, and the gradient seems to be zero.

    """);

Report("η = 1e-10, gradient by central differences", GradientDescent.Minimize(F, start, learningRate: 1e-10, steps, differenceStep: 1e-4));
Console.WriteLine("""

      Too small: a hundred steps went nowhere. No error, no warning, just no learning.
    """);

static double F(ReadOnlySpan<double> x) => (x[0] * x[0]) + (x[1] * x[1]);

static void Report(string title, DescentResult result)
{
    string verdict = result.DivergedAt is { } step ? $"diverged: at step {step}, f had grown a million-fold" : "did not diverge";
    Console.WriteLine($"""
        {title}
          end x = {Tensor.From<double>([.. result.End.Point])}, f = {result.End.Value:g3}
          {verdict}
        """);
}
