using System.Globalization;
using Mailroom.Core.Deadlines;
using Mailroom.Core.Policy;

namespace Mailroom.Core.Replies;

/// <summary>The words for segments and lines in one language.</summary>
internal sealed class SegmentWords(ReplyLanguage language, int year)
{
    private readonly bool _zh = language == ReplyLanguage.Chinese;

    internal string Line(DeadlineLine line) => line switch
    {
        { Kind: SegmentKind.Counted, Days: > 1 } => _zh
            ? $"{Day(line.From)}至{Day(line.To)}{line.Days} 个工作日，每天 {Clock(line.From)}–{Clock(line.To)} 计 {Length(line.Counted / line.Days)}，共 {Length(line.Counted)}"
            : $"{Day(line.From)} – {Day(line.To)}, {line.Days} working days {Clock(line.From)}–{Clock(line.To)}, counted {Length(line.Counted / line.Days)} a day, {Length(line.Counted)}",
        { Kind: SegmentKind.Counted } => _zh
            ? $"{Day(line.From)}{Title(line.Segment)}{Until(line)} 计 {Length(line.Counted)}"
            : $"{Day(line.From)}{Title(line.Segment)} {Until(line)} counted {Length(line.Counted)}",
        { Kind: SegmentKind.Holiday } => _zh
            ? $"{Why(line.Segment)}放假，{Dates(line)}，不计"
            : $"{Why(line.Segment)}, {Dates(line)}: closed",
        _ => _zh
            ? $"{Day(line.From)}{Until(line)} {Why(line.Segment)}"
            : $"{Day(line.From)} {Until(line)} {Why(line.Segment)}",
    };

    internal string Why(ClockSegment segment) => segment switch
    {
        { Kind: SegmentKind.Paused, StoppedBy: { } stop } => Stop(stop),
        { Kind: SegmentKind.Counted, Name: { } name } => _zh ? Worked(name.Zh) : name.En,
        { Kind: SegmentKind.Counted } => _zh ? "工作时间" : "working hours",
        { Name: { } name } => _zh ? name.Zh : name.En,
        { Kind: SegmentKind.Closed } => IsNight(segment) ? (_zh ? "夜间不办公" : "closed overnight") : _zh ? "周末或非工作时间" : "closed, weekend or outside working hours",
        _ => "",
    };

    internal string LeftOut(IReadOnlyList<ClockSegment> segments)
    {
        var closed = segments.Where(s => s.Kind == SegmentKind.Closed).ToList();
        var parts = new[]
        {
            closed.Any(IsNight) ? (_zh ? "夜间" : "overnight") : null,
            closed.Any(s => !IsNight(s)) ? (_zh ? "周末等非工作时间" : "outside working days") : null,
            segments.FirstOrDefault(s => s.Kind == SegmentKind.Lunch)?.Name is { } lunch ? (_zh ? lunch.Zh : lunch.En) : null,
        }.OfType<string>().ToList();
        return parts.Count == 0 ? "" : _zh ? $"不计时：{string.Join("、", parts)}" : $"not counted: {string.Join(", ", parts)}";
    }

    internal string Due(TimeSpan counted, DateTimeOffset due) =>
        _zh ? $"合计 {Length(counted)}，期限 {Day(due)}{Clock(due)}" : $"together {Length(counted)}: due {Day(due)} {Clock(due)}";

    internal string Used(TimeSpan counted, TimeSpan target) =>
        _zh ? $"合计用时 {Length(counted)}，目标 {Length(target)}" : $"together {Length(counted)} used of {Length(target)}";

    internal string Promised(DateTimeOffset by, TimeSpan own) => _zh
        ? $"已向客户承诺 {Day(by)}{Clock(by)} 前回复，早于规定时限 {Length(own)}"
        : $"promised to the customer: {Day(by)} {Clock(by)}, sooner than the target's own {Length(own)}";

    internal string More(int lines) => _zh ? $"另有 {lines} 段未列出" : $"{lines} more are not listed";

    internal string Zone(string id) => _zh ? $"时间按时区 {id}" : $"times of {id}";

    internal string Extended(ClockEvent extension)
    {
        var (by, more) = (extension.By, Length(extension.Extension!.By));
        return _zh
            ? $"{(by.Length == 0 ? "" : by + " ")}延期 {more}{(extension.Why.Length == 0 ? "" : $"：{extension.Why}")}"
            : $"extended{(by.Length == 0 ? "" : $" by {by}")}{(extension.Why.Length == 0 ? "" : $": {extension.Why}")} ({more} more)";
    }

    // Counted time in hours: a "day" would be taken for a working day.
    internal string Length(TimeSpan span)
    {
        var (hours, minutes) = ((int)Math.Floor(span.TotalHours), span.Minutes);
        var parts = new[] { hours > 0 ? Number(hours, _zh ? "小时" : "h") : null, minutes > 0 ? Number(minutes, _zh ? "分钟" : "min") : null }
            .OfType<string>().ToList();
        return parts.Count > 0 ? string.Join(' ', parts) : span > TimeSpan.Zero ? (_zh ? "不到 1 分钟" : "less than 1 min") : Number(0, _zh ? "分钟" : "min");
    }

    private string Stop(ClockEvent stop)
    {
        var solved = stop.Kind != ClockEventKind.Pause;
        var by = stop.By.Length == 0 ? "" : _zh ? $"（{stop.By}）" : $" by {stop.By}";
        var why = stop.Why.Length == 0 ? "" : _zh ? $"：{stop.Why}" : $": {stop.Why}";
        return (_zh, solved) switch
        {
            (true, true) => $"已解决，停止计时{by}{why}",
            (true, false) => $"等待客户，暂停计时{by}{why}",
            (false, true) => $"solved{by}, the clock stood{why}",
            (false, false) => $"on hold{by}, waiting for the customer{why}",
        };
    }

    private string Title(ClockSegment segment) =>
        segment.Name is null ? "" : _zh ? Why(segment) + " " : $", {Why(segment)},";

    private static string Worked(string name) => name.EndsWith("调休", StringComparison.Ordinal) ? name + "上班" : name;

    private string Until(DeadlineLine line) => line.From.Date == line.To.Date
        ? $"{Clock(line.From)}–{Clock(line.To)}"
        : _zh ? $"{Clock(line.From)} 至 {Day(line.To)}{Clock(line.To)}" : $"{Clock(line.From)} – {Day(line.To)} {Clock(line.To)}";

    private string Dates(DeadlineLine line)
    {
        // A holiday ends at midnight: its last date is the one before.
        var last = line.To.AddTicks(-1);
        return line.From.Date == last.Date ? Date(line.From) : _zh ? $"{Date(line.From)}至{Date(last)}" : $"{Date(line.From)} – {Date(last)}";
    }

    // A full-width bracket brings its own space.
    private string Day(DateTimeOffset at) => _zh
        ? $"{Date(at)}（周{"日一二三四五六"[(int)at.DayOfWeek]}）"
        : at.ToString("ddd ", CultureInfo.InvariantCulture) + Date(at);

    private string Date(DateTimeOffset at) => at.ToString(
        (_zh, at.Year == year) switch
        {
            (true, true) => "M'月'd'日'",
            (true, false) => "yyyy'年'M'月'd'日'",
            (false, true) => "d MMM",
            (false, false) => "d MMM yyyy",
        },
        CultureInfo.InvariantCulture);

    private static bool IsNight(ClockSegment closed) => closed.Length < TimeSpan.FromHours(24);

    private static string Clock(DateTimeOffset at) => at.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Number(int count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
