namespace Denpa.Tests.Layers;

/// <summary>Registration, paths, modes and generators of modules.</summary>
public sealed class ModuleTests
{
    private static Linear Layer() => new(2, 2, new Generator(1));

    [Fact]
    public void Parameters_and_modules_are_addressed_by_their_path_in_order_of_registration()
    {
        Model model = new(model =>
        {
            model.Add("scale", new Parameter(Tensor.Scalar(1)));
            model.Add("encoder", new Sequential(Layer(), new Relu()));
            model.Add("head", Layer());
        });
        Assert.Equal(
            ["scale", "encoder.0.weight", "encoder.0.bias", "head.weight", "head.bias"],
            model.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(["", "encoder", "encoder.0", "encoder.1", "head"], model.Modules.Select(module => module.Path));
    }

    [Fact]
    public void A_name_is_taken_once()
    {
        Assert.Equal(
            "\"a\" is registered already in Model (Parameter 'member')",
            Refusal(model => { model.Add("a", Layer()); model.Add("a", Layer()); }));
        Refusal(model => { model.Add("a", Layer()); model.Add("a", new Parameter(Tensor.Scalar(1))); });
        Refusal(model => { model.Add("a", new Generator(1)); model.Add("a", Layer()); });
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    public void A_name_is_not_empty_and_has_no_dot(string name) =>
        Assert.StartsWith(
            $"\"{name}\" cannot name a part of a module", Refusal(model => model.Add(name, Layer())), StringComparison.Ordinal);

    [Fact]
    public void A_module_has_one_parent()
    {
        Sequential encoder = new(Layer());
        Model first = new(model => model.Add("encoder", encoder));
        Assert.Single(first.Children);
        Assert.StartsWith(
            "the module to be \"copy\" is registered already, as \"encoder.0\"",
            Refusal(model => model.Add("copy", encoder.Children.Single().Module)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_parameter_has_one_module()
    {
        Linear layer = Layer();
        Assert.StartsWith(
            "the parameter to be \"tied\" is registered already, as \"weight\"",
            Refusal(model => model.Add("tied", layer.Weight)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_names_the_layer_in_which_it_happened()
    {
        Model model = new(model => model.Add("encoder", new Sequential(new Relu(), Layer())), "encoder");
        ShapeException error = Assert.Throws<ShapeException>(() => model.Forward(Tensor.Ones([1, 3])));
        Assert.Equal("encoder.1", error.Layer);
        Assert.EndsWith("(layer \"encoder.1\")", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_error_in_a_module_of_no_other_names_no_layer() =>
        Assert.Null(Assert.Throws<ShapeException>(() => Layer().Forward(Tensor.Ones([1, 3]))).Layer);

    [Fact]
    public void Train_and_evaluate_reach_every_module_inside()
    {
        Sequential model = new(new Sequential(Layer()), new Relu());
        Assert.All(model.Modules, module => Assert.True(module.IsTraining));
        model.Evaluate();
        Assert.All(model.Modules, module => Assert.False(module.IsTraining));
        model.Train();
        Assert.All(model.Modules, module => Assert.True(module.IsTraining));
    }

    [Fact]
    public void Generators_are_found_by_path()
    {
        (Generator first, Generator second) = (new(1), new(2));
        Sequential model = new(new Dropout(0.5, first), new Sequential(new Dropout(0.5, second)));
        Assert.Equal([("0.generator", first), ("1.0.generator", second)], model.Generators);
    }

    [Fact]
    public void A_child_that_was_not_registered_is_named_where_parameters_are_missed()
    {
        Assert.Equal(
            "there are no parameters to train: Forgetful does not register its hidden; "
            + "in its constructor, write hidden = Register(\"hidden\", …)",
            Assert.Throws<ArgumentException>(() => new Sgd(new Forgetful().Parameters, 0.1)).Message);
        Assert.StartsWith(
            "there are no parameters to train: Relu has none",
            Assert.Throws<ArgumentException>(() => new Sgd(new Relu().Parameters, 0.1)).Message,
            StringComparison.Ordinal);
    }

    private static string Refusal(Action<Model> register) => Assert.Throws<ArgumentException>(() => new Model(register)).Message;

    /// <summary>A module with whatever a test registers, which runs one of its children.</summary>
    private sealed class Model : Layer
    {
        private readonly string? runs;

        public Model(Action<Model> register, string? runs = null)
        {
            this.runs = runs;
            register(this);
        }

        public void Add(string name, Module child) => Register(name, child);

        public void Add(string name, Parameter parameter) => Register(name, parameter);

        public void Add(string name, Generator generator) => Register(name, generator);

        protected override Tensor Compute(Tensor input) =>
            Children.Single(child => child.Name == runs).Module is Layer layer ? layer.Forward(input) : input;
    }

    /// <summary>A module that keeps its child to itself.</summary>
    private sealed class Forgetful : Layer
    {
        private readonly Linear hidden = Layer();

        protected override Tensor Compute(Tensor input) => hidden.Forward(input);
    }
}
