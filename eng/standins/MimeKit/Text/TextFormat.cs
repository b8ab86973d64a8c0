namespace MimeKit.Text;

public enum TextFormat
{
    Plain = 0,
    Text = Plain,
    Flowed,
    Html,
    Enriched,
    CompressedRichText,
    RichText,
}
