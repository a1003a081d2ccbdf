using System;
using System.Globalization;

namespace SeeTheBug;

/// <summary>The command line.</summary>
internal sealed record Options(TimeSpan Time, bool Colour, bool Help)
{
    public const string Usage =
        """
        Usage: dotnet run --project samples/SeeTheBug [-- options]
          --seconds N   how long all rounds together take, 1 to 600 (default 10)
          --no-colour   no colours; also without a terminal, or with NO_COLOR set
          --help        this text
        """;

    /// <summary>Reads the command line.</summary>
    /// <exception cref="FormatException">It is not understood; the message says what.</exception>
    public static Options Parse(string[] arguments)
    {
        var options = new Options(
            TimeSpan.FromSeconds(10),
            Colour: !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            Help: false);
        for (var i = 0; i < arguments.Length; i++)
        {
            switch (arguments[i])
            {
                case "--seconds":
                    options = options with { Time = Seconds(i + 1 < arguments.Length ? arguments[++i] : "nothing") };
                    break;
                case "--no-colour" or "--no-color":
                    options = options with { Colour = false };
                    break;
                case "--help" or "-h" or "-?":
                    options = options with { Help = true };
                    break;
                default:
                    throw new FormatException($"'{arguments[i]}' is no option.");
            }
        }

        return options;
    }

    private static TimeSpan Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= 600
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException($"--seconds takes a number from 1 to 600, not '{text}'.");
}
