using System.Text.Json;

namespace Denpa.Tests.Support;

/// <summary>Reads the attributes of a reference case by name. A name that the case lacks throws, except in <c>Has</c>.</summary>
public static class ReferenceAttributes
{
    extension(JsonElement attributes)
    {
        public bool Has(string name) => attributes.TryGetProperty(name, out _);

        public double Number(string name) => attributes.GetProperty(name).GetDouble();

        public int WholeNumber(string name) => attributes.GetProperty(name).GetInt32();

        public bool Flag(string name) => attributes.GetProperty(name).GetBoolean();

        public string Text(string name) => attributes.GetProperty(name).GetString()!;

        public double[] Numbers(string name) => [.. attributes.GetProperty(name).EnumerateArray().Select(item => item.GetDouble())];

        public int[] WholeNumbers(string name) => [.. attributes.GetProperty(name).EnumerateArray().Select(item => item.GetInt32())];
    }
}
