#:project ../src/Denpa/Denpa.csproj

// Activation functions, their derivatives, and where these vanish: where a derivative is zero, nothing is learned.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

Console.WriteLine("""
    A unit sums what comes in, and an activation function bends the sum. Without a bend, a network of
    any depth is one straight line. Back propagation multiplies by the derivative of the bend.

    Sigmoid: σ(x) = 1 / (1 + e^(−x)), between 0 and 1. σ′(x) = σ(x) · (1 − σ(x)).

           x                    σ(x)                   σ′(x)
    """);
Tensor x = Tensor.From(1.0, 2, 100, -1, -2, -100, 0).Watch("x");
Tensor y = x.Sigmoid();
Tensor slope = Derivative(y, x);
for (int i = 0; i < x.Length; i++) Console.WriteLine($"    {x[i],4} {y[i],23:g15} {slope[i],23:g15}");

Console.WriteLine("""

    Vanishes for large |x|; at 100 it is 0 to the last bit, because 1 − σ(100) is. It is never more
    than 1/4, so that ten layers of sigmoids leave at most (1/4)¹⁰, a millionth, of a gradient.
    """);

Show("Step: 1 for x > 0, else 0.", x => x.Heaviside());
Console.WriteLine("""
    Vanishes everywhere: gradient descent cannot train a unit with a step. Sigmoid is its soft form.
    """);

Show("ReLU: max(x, 0).", x => x.Relu());
Console.WriteLine("""
    Vanishes for x < 0, and at 0 by convention. Above, it is 1 in any depth. A unit that is negative
    for every sample never changes again: it is dead.
    """);

Show("Tanh: from −1 to 1. tanh′(x) = 1 − tanh²(x).", x => x.Tanh());
Console.WriteLine("""
    Vanishes for large |x|, like sigmoid, but its slope in the middle is 1, four times sigmoid's.
    """);

x = Tensor.From(1000.0, 1001, 1002).Watch("x");
y = x.Softmax();
Console.WriteLine($"""

    Softmax: pᵢ = e^(xᵢ) / Σ e^(xⱼ). Any numbers become probabilities, which sum to 1.
        x           {x}
        softmax(x)  {y}
    As the formula is written, e^1000 is infinite, and infinity by infinity is not a number:
        naive       {x.Exp() / x.Exp().Sum()}
    Subtracting the largest x first changes nothing but that.

    Each output depends on every input, so the derivative is a matrix: ∂pᵢ/∂xⱼ = pᵢ · ([i = j] − pⱼ).
    {Jacobian(x)}
    Every row sums to 0: adding the same to all x changes no probability. Vanishes where one
    probability is almost 1. For x = [0 0 100] the largest entry is {Jacobian(Tensor.From(0.0, 0, 100)).Max().Item():g3}.
    That is why softmax is trained with cross-entropy: together they have the derivative p − t.
    """);

// The derivative of every output by the input in its place, when each depends on that one alone.
Tensor Derivative(Tensor output, Tensor input) => output.Backward(Tensor.Ones(output.Shape, output.DType))[input];

void Show(string title, Func<Tensor, Tensor> activation)
{
    Tensor x = Tensor.From(-20.0, -2, -1, 0, 1, 2, 20).Watch("x");
    Tensor y = activation(x);
    Console.WriteLine($"""

        {title}
            x           {Row(x)}
            output      {Row(y)}
            derivative  {Row(Derivative(y, x))}
        """);
}

string Row(Tensor values) => string.Concat(values.ToArray<double>().Select(value => $"{value,11:0.#######}"));

Tensor Jacobian(Tensor at)
{
    Tensor input = at.Watch("x");
    Tensor output = input.Softmax();
    Tensor rows = Tensor.Arange(output.Length).OneHot(output.Length, DType.Float64);
    return Tensor.Stack([.. Enumerable.Range(0, output.Length).Select(i => output.Backward(rows.Rows(i..(i + 1)).Reshape(-1))[input])]);
}
