#:project ../src/Denpa/Denpa.csproj

// The numerical gradient: move one coordinate a little, and see how much the function changes.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

static double SumOfSquares(ReadOnlySpan<double> x)
{
    double sum = 0;
    foreach (double coordinate in x) sum += coordinate * coordinate;
    return sum;
}

static double SquareOfSum(ReadOnlySpan<double> x)
{
    double sum = 0;
    foreach (double coordinate in x) sum += coordinate;
    return sum * sum;
}

static double Exponential(ReadOnlySpan<double> x) => Math.Exp(x[0]);

Console.WriteLine($"""
    f(x) = Σx², whose gradient is 2x. By central differences, (f(x + h) − f(x − h)) / 2h:

      at (3, 4): {Central(3, 4)}
      at (0, 2): {Central(0, 2)}
      at (3, 0): {Central(3, 0)}

    Forward differences, (f(x + h) − f(x)) / h, need half as many values of f, but are off by about
    h/2 · f″; central differences by h²/6 · f‴. The error of both as h shrinks:

               f = Σx² at (3, 4)          f = e^x at 1
      h       forward     central     forward     central
    """);
for (int exponent = -1; exponent >= -13; exponent -= 2)
{
    double h = Math.Pow(10, exponent);
    double forward = NumericalGradient.Forward(SumOfSquares, [3, 4], h)[0] - 6;
    double central = NumericalGradient.Central(SumOfSquares, [3, 4], h)[0] - 6;
    double forwardOfExponential = NumericalGradient.Forward(Exponential, [1], h)[0] - Math.E;
    double centralOfExponential = NumericalGradient.Central(Exponential, [1], h)[0] - Math.E;
    Console.WriteLine($"  1e{exponent,-5} {Error(forward)} {Error(central)} {Error(forwardOfExponential)} {Error(centralOfExponential)}");
}

(double forwardStep, double centralStep) = (NumericalGradient.DefaultForwardStep, NumericalGradient.DefaultCentralStep);
Console.WriteLine($"""

    First the error falls with h (central: with h², or at once for Σx², which has no f‴). Then it
    grows again: f(x + h) and f(x − h) are so close that their difference is mostly round-off. The
    best h is in between. Denpa takes {forwardStep:0.0e+0} forward and {centralStep:0e+0} central.

    A slip: evaluating f at the lone coordinate, f(x₀ + h), instead of at the whole point with that
    coordinate moved. For Σx² nobody notices, since its coordinates have nothing to do with each other:

      Σx² at (3, 4)     lone {Lone(SumOfSquares, 3, 4)}     whole {Whole(SumOfSquares, 3, 4)}
      (Σx)² at (3, 4)   lone {Lone(SquareOfSum, 3, 4)}     whole {Whole(SquareOfSum, 3, 4)}

    The loss of a network is like the second: what one weight does depends on all others.

    The field of −gradients of Σx²: every arrow points downhill, to the minimum.

    """);
string[] arrows = ["→", "↗", "↑", "↖", "←", "↙", "↓", "↘"];
for (double row = 2; row >= -2; row -= 0.5)
{
    Console.Write($"  {row,4:0.0;−0.0;0.0} ");
    for (double column = -2; column <= 2; column += 0.5)
    {
        double[] gradient = NumericalGradient.Central(SumOfSquares, [column, row]);
        double eighth = Math.Atan2(-gradient[1], -gradient[0]) / (Math.PI / 4);
        Console.Write($"   {(gradient is [0, 0] ? "·" : arrows[((int)Math.Round(eighth) + 8) % 8])}");
    }

    Console.WriteLine();
}

Console.WriteLine("  x₁/x₀  −2      −1       0       1       2");

static Tensor Central(params ReadOnlySpan<double> point) => Whole(SumOfSquares, point);

static Tensor Whole(Func<ReadOnlySpan<double>, double> f, params ReadOnlySpan<double> point) =>
    Tensor.From<double>(NumericalGradient.Central(f, point));

static Tensor Lone(Func<ReadOnlySpan<double>, double> f, params ReadOnlySpan<double> point)
{
    double[] gradient = new double[point.Length];
    for (int i = 0; i < gradient.Length; i++) gradient[i] = NumericalGradient.Central(f, [point[i]])[0];
    return Tensor.From<double>(gradient);
}

static string Error(double error) => $"{Math.Abs(error),11:0.0e+0}";
