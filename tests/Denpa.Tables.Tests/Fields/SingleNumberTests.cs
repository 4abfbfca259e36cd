using System.Globalization;

namespace Denpa.Tables.Tests.Fields;

public sealed class SingleNumberTests
{
    [Fact]
    public void A_single_is_the_number_that_it_is_written_as()
    {
        Random generator = new(1);
        IEnumerable<float> written = Enumerable.Range(0, 20_000)
            .Select(i => (float)Math.Round(Math.Pow(10, generator.Next(-3, 8)) * (generator.NextDouble() - 0.5), i % 7));
        IEnumerable<float> any = Enumerable.Range(0, 20_000)
            .Select(_ => BitConverter.Int32BitsToSingle(generator.Next(int.MinValue, int.MaxValue)));
        float[] edges = [0, -0f, 0.1f, 1e6f, 16777216f, float.MaxValue, float.Epsilon, float.NaN, float.PositiveInfinity];
        foreach (float number in (float[])[.. written, .. any, .. edges])
        {
            double meant = double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            Assert.Equal(meant, SingleNumber.Meant(number));
        }
    }
}
