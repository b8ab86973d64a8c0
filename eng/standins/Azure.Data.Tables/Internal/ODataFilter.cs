using System.Globalization;

namespace Azure.Data.Tables.Internal;

/// <summary>Makes filters from interpolated strings, quoting and escaping each value.</summary>
internal static class ODataFilter
{
    public static string Create(FormattableString filter)
    {
        if (filter is null)
        {
            return null;
        }

        var literals = filter.GetArguments().Select((value, index) => (object)Literal(value, index)).ToArray();
        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }

    private static string Literal(object value, int index) => value switch
    {
        null => "null",
        bool flag => flag ? "true" : "false",
        sbyte or byte or short or ushort or int or uint => Convert.ToString(value, CultureInfo.InvariantCulture),
        long or ulong => Convert.ToString(value, CultureInfo.InvariantCulture) + "L",
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        Guid id => $"guid'{id:D}'",
        DateTimeOffset moment => $"datetime'{EdmText.Moment(moment)}'",
        DateTime moment => $"datetime'{EdmText.Moment(moment.ToUniversalTime())}'",
        byte[] bytes => $"X'{Convert.ToHexString(bytes)}'",
        BinaryData data => $"X'{Convert.ToHexString(data.ToMemory().Span)}'",
        char letter => Quoted(letter.ToString()),
        string text => Quoted(text),
        _ => throw new ArgumentException($"Unable to convert argument {index} from type {value.GetType()} to an OData literal."),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
