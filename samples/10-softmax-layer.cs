#:project ../src/Denpa/Denpa.csproj

// The smallest classifier, one layer and a softmax, and the gradient of its loss found in two ways.

using Denpa;

Console.OutputEncoding = System.Text.Encoding.UTF8;

Tensor x = Tensor.From(new[,] { { 0.6, 0.9 } });
Tensor t = Tensor.From<long>(2);
SoftmaxCrossEntropy crossEntropy = new();

Console.WriteLine($"""
    One sample x = {x}, and its class t = 2, the last of three.
    The layer scores the classes, p = x · W. The loss is the cross-entropy, −log softmax(p)[t].
    """);

Show(new[,] { { 1.92087598, 0.63971089, -0.26820797 }, { 0.58411529, -0.04610929, -0.88999594 } });
Show(new[,] { { 1.83160192, 0.4900981, -0.94188042 }, { -0.24946104, 2.91410946, -0.00695892 } });

Console.WriteLine("""

    The two agree. The numeric one moves each weight a little, up and down, and looks at the loss:
    12 losses for 6 weights. Back propagation goes through the graph once, however many weights there
    are: ∂L/∂W = xᵀ · (softmax(p) − t), with t as one-hot [0 0 1]. Column 2 is negative: increasing
    these weights makes the loss smaller.
    """);

void Show(double[,] weights)
{
    Parameter w = new(Tensor.From(weights));
    Tensor p = x.MatMul(w.Value);
    Tensor loss = crossEntropy.Forward(p, t);
    GradientCheckResult check = GradientCheck.Run(() => crossEntropy.Forward(x.MatMul(w.Value), t), [w]);
    Tensor numeric = Tensor.From([.. check.Comparisons.Select(element => element.Numeric)], w.Value.Shape);
    Console.WriteLine($"""

        W =
        {w.Value}
        p          {p}
        softmax(p) {p.Softmax()}
        loss       {loss.Item():F6}
        ∂L/∂W, numeric:
        {numeric}
        ∂L/∂W, by back propagation:
        {loss.Backward()[w]}
        largest difference {check.MaximumError:0e+0}
        """);
}
