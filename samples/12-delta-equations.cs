#:project ../src/Denpa/Denpa.csproj

// The δ equations of back propagation, written by hand for any number of layers, beside what the graph computes.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

int[] sizes = [3, 5, 4, 2];
int last = sizes.Length - 1;
Generator generator = new(seed: 1);
Tensor x = Tensor.Uniform([1, sizes[0]], generator, dtype: DType.Float64);
Tensor t = Tensor.From(new[,] { { 0.2, 0.9 } });

// Forward. u[l] is the total input of layer l, z[l] its output; z[0] is the input. Index 0 of layers and u stays empty.
Linear[] layers = new Linear[sizes.Length];
Tensor[] u = new Tensor[sizes.Length];
Tensor[] z = new Tensor[sizes.Length];
z[0] = x;
for (int l = 1; l <= last; l++)
{
    layers[l] = new Linear(sizes[l - 1], sizes[l], generator, dtype: DType.Float64);
    u[l] = layers[l].Forward(z[l - 1]);
    z[l] = u[l].Sigmoid();
}

// Backward, by the graph.
Tensor loss = new HalfSquaredError(LossReduction.Sum).Forward(z[last], t);
Gradients gradients = loss.Backward(retain: u.AsSpan(1));

// Backward, by hand: δ[l] is ∂L/∂u[l].
Tensor[] delta = new Tensor[sizes.Length];
delta[last] = (z[last] - t) * z[last] * (1 - z[last]);
for (int l = last - 1; l >= 1; l--) delta[l] = delta[l + 1].MatMul(layers[l + 1].Weight.Value) * z[l] * (1 - z[l]);

Console.WriteLine($"""
    A net of {last} layers, {string.Join("-", sizes)}, sigmoid, L = ½·Σ(z − t)².

    Forward: u = z·Wᵀ + b with the z of the layer before, z = σ(u). Write δ for ∂L/∂u of a layer. Then

      at the output    δ = (z − t) · σ′(u)              σ′(u) = z·(1 − z)
      further back     δ = (δ·W) · σ′(u)                δ and W of the layer after
      weights          ∂L/∂W = δᵀ·z                     z of the layer before: an outer product
      biases           ∂L/∂b = δ

    Once δ is known, it is all that a layer needs to know of everything behind it.

    """);

double largest = 0;
for (int l = last; l >= 1; l--)
{
    Console.WriteLine($"""
        layer {l}
          δ by hand        {delta[l]}
          δ by the graph   {gradients[u[l]]}
        """);
    Compare("δ", delta[l], gradients[u[l]]);
    Compare("∂L/∂W", delta[l].MatMul(z[l - 1], transposeLeft: true), gradients[layers[l].Weight]);
    Compare("∂L/∂b", delta[l].Reshape(-1), gradients[layers[l].Bias!]);
    Console.WriteLine();
}

Console.WriteLine(largest < 1e-15 ? "Equal, to the last digits that float64 has." : "Not equal!");

void Compare(string what, Tensor hand, Tensor graph)
{
    double difference = (hand - graph).Abs().Max().Item();
    largest = Math.Max(largest, difference);
    Console.WriteLine($"  {what,-6} {hand.Shape,-7} largest difference {difference:0.0e+0}");
}
