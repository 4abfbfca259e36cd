using System.Security.Cryptography;

namespace Denpa.Tables.Tests;

public sealed class FingerprintTests
{
    [Fact]
    public void It_is_the_SHA256_of_names_and_fields_each_after_its_length()
    {
        byte[] canonical =
        [
            1, 0, 0, 0, .. "a"u8, 2, 0, 0, 0, 1, 0, 0, 0, .. "1"u8, 2, 0, 0, 0, .. "NA"u8,
            1, 0, 0, 0, .. "b"u8, 2, 0, 0, 0, 1, 0, 0, 0, .. "x"u8, 3, 0, 0, 0, .. "yyy"u8,
        ];

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(canonical)), Csv.Read("b,a\nx,1\nyyy,NA\n").Fingerprint(["a", "b"]));
    }

    [Fact]
    public void It_does_not_depend_on_column_order_delimiter_or_other_columns()
    {
        string fingerprint = Csv.Read("a,b\n1,x\n2,y\n").Fingerprint(["a", "b"]);

        Assert.Equal(fingerprint, Csv.Read("b;c;a\nx;0;1\ny;0;2\n").Fingerprint(["b", "a"]));
    }

    [Theory]
    [InlineData("a,b\n1,x\n2,z\n")]
    [InlineData("a,b\n2,y\n1,x\n")]
    [InlineData("a,b\n1,x\n2,y\n2,y\n")]
    [InlineData("a,b\n1x,\n2,y\n")]
    public void It_changes_with_any_field(string text)
    {
        string fingerprint = Csv.Read("a,b\n1,x\n2,y\n").Fingerprint(["a", "b"]);

        Assert.NotEqual(fingerprint, Csv.Read(text).Fingerprint(["a", "b"]));
    }

    [Fact]
    public void Fields_longer_than_the_buffer_count_too()
    {
        string longText = new('x', 100_000);
        string first = Csv.Read($"a,b\n{longText}1,1\n").Fingerprint(["a"]);
        string second = Csv.Read($"a,b\n{longText}2,1\n").Fingerprint(["a"]);

        Assert.NotEqual(first, second);
    }
}
