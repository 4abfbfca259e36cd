using System.IO.Compression;
using System.Text;

namespace Denpa.Tables.Tests;

public sealed class OtherFilesTests
{
    [Theory]
    [InlineData("ARROW1\0\0", "is an Arrow or Feather file — save it as CSV, or as Parquet")]
    [InlineData("FEA1", "is a Feather file — save it as CSV, or as Parquet")]
    [InlineData("\u0080\u0004\u0095\u0010", "is a pickled object of Python — save it as CSV, or as Parquet")]
    [InlineData("\u0093NUMPY\u0001", "is a NumPy array — save it as CSV, or as Parquet")]
    [InlineData("\u0089HDF\r\n\u001a\n", "is an HDF5 file — save it as CSV, or as Parquet")]
    [InlineData("SQLite format 3\0", "is an SQLite database — save it as CSV, or as Parquet")]
    [InlineData("\u00D0\u00CF\u0011\u00E0",
        "is an Excel file of the time before 2007, or locked by a password — save it as .xlsx without one")]
    [InlineData("PK\u0003\u0004\u0014\0\0\0\0\0\0\0\0\0.\0\0\0\b\0\0\0mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
        "is an OpenDocument file — save it as .xlsx or CSV")]
    [InlineData("BZh91AY&SY", "is packed by bzip2 — unpack it")]
    [InlineData("\n<!doctype HTML>\n", "is a web page — download the file itself")]
    [InlineData("PAR1", "is a Parquet file — read it by ParquetTable, of the package Denpa.Tables.Parquet")]
    public void A_table_that_is_no_text_is_refused_with_what_to_do(string head, string problem) =>
        Assert.Equal($"t.csv: {problem}", Refused(Encoding.Latin1.GetBytes(head)));

    [Fact]
    public void What_is_read_from_its_end_must_be_unpacked()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionMode.Compress, leaveOpen: true)) gzip.Write("PAR1 and so on"u8);

        Assert.Equal("t.csv: is a Parquet file, a workbook or an archive within gzip — unpack it", Refused(packed.ToArray()));
    }

    [Theory]
    [InlineData("PAR,b\n1,2\n")]
    [InlineData("PK,b\n1,2\n")]
    [InlineData("ARROW,b\n1,2\n")]
    [InlineData("html,b\n1,2\n")]
    public void A_name_that_begins_so_is_a_name(string text) => Assert.Equal("CSV", Csv.Read(text).Format.Kind);

    private static string Refused(byte[] bytes) => Assert.Throws<TableException>(() => Csv.ReadBytes(bytes)).Message;
}
