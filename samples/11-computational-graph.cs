#:project ../src/Denpa/Denpa.csproj

// A calculation is a graph. Backward, every node multiplies what comes in by its own local derivative.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

Console.WriteLine("""
    Shopping, as a computational graph. Forward computes the price. Backward asks of every number:
    how much more is there to pay for one more of it?

    1. Two apples at 100 each, and 10 % tax.
    """);
Tensor apple = Number(100, "apple"), apples = Number(2, "apples"), tax = Number(1.1, "tax");
Tensor price = apple * apples * tax;
Report(price, (apple, "price of an apple"), (apples, "number of apples"), (tax, "tax factor"));

Console.WriteLine("""

    2. And three oranges at 150.
    """);
Tensor orange = Number(150, "orange"), oranges = Number(3, "oranges");
price = ((apple * apples) + (orange * oranges)) * tax;
Report(
    price,
    (apple, "price of an apple"),
    (orange, "price of an orange"),
    (apples, "number of apples"),
    (oranges, "number of oranges"),
    (tax, "tax factor"));

Console.WriteLine("""

    3. Two apples, and other shopping for 4000: however complicated that was, the apples' part of the
       graph does not care. Derivatives are local: a dearer apple still costs 2.2 for each 1.
    """);
Tensor other = Number(4000, "other shopping");
Tensor beforeTax = (apple * apples) + other;
price = beforeTax * tax;
Console.WriteLine($"   before tax {beforeTax.Item():G6}");
Report(price, (apple, "price of an apple"), (other, "other shopping"), (tax, "tax factor"));

Console.WriteLine("""

    4. The chain rule: z = t², t = x + y. ∂z/∂x = ∂z/∂t · ∂t/∂x = 2t · 1 = 2(x + y).
    """);
Tensor x = Number(3, "x"), y = Number(5, "y");
Tensor z = (x + y).Square();
Report(z, (x, "x"), (y, "y"));
Console.WriteLine($"   2(x + y) = {2 * (x.Item() + y.Item())}");

Console.WriteLine("""

    5. Two kinds of node did all this. With 7 coming in from behind and the inputs 10 and 5:
    """);
Tensor a = Number(10, "a"), b = Number(5, "b"), upstream = Tensor.Scalar(7);
Recording recording = new();
using (Graph.Record(recording))
{
    Passed("add      passes the gradient on: ", (a + b).Backward(upstream));
    Passed("multiply swaps the inputs:       ", (a * b).Backward(upstream));
}

Console.WriteLine("\n   In the engine's own words:");
foreach (Op op in recording.Invocations.Where(invocation => !invocation.IsDerivative).Select(invocation => invocation.Op))
{
    Console.WriteLine($"   {op.Name,-9} {op.Formula,-10} {op.DerivativeFormula}");
}

Tensor Number(double value, string name) => Tensor.Scalar(value).Watch(name);

void Report(Tensor result, params ReadOnlySpan<(Tensor Of, string Name)> inputs)
{
    Gradients gradients = result.Backward();
    Console.WriteLine($"   result {result.Item():G6}");
    foreach ((Tensor input, string name) in inputs)
    {
        Console.WriteLine($"   {name,-18} {input.Item(),6:G6}   derivative {gradients[input].Item(),6:G6}");
    }
}

void Passed(string what, Gradients gradients) =>
    Console.WriteLine($"   {what} to a goes {gradients[a].Item(),2}, to b goes {gradients[b].Item(),2}");
