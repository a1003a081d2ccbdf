using System;
using System.Text;
using SeeTheBug;
using SeeTheBug.Scenes;

if (args is [Hang.PlainArgument or Hang.VolatileArgument])
{
    Hang.Wait(args[0]);
    return 0;
}

Options options;
try
{
    options = Options.Parse(args);
}
catch (FormatException problem)
{
    Console.Error.WriteLine(problem.Message);
    Console.Error.WriteLine(Options.Usage);
    return 2;
}

if (options.Help)
{
    Console.WriteLine(Options.Usage);
    return 0;
}

var time = options.Time / (2 * AllScenes.InOrder.Length);
var picture = new Picture(options.Colour);
var referenceFailed = false;

Console.OutputEncoding = Encoding.UTF8;
picture.Head();
foreach (var scene in AllScenes.InOrder)
{
    var broken = Duel.Run(scene.Broken(Duel.BatchSize), time);
    var right = Duel.Run(scene.Right(Duel.BatchSize), time);
    picture.Show(scene, broken, right);
    referenceFailed |= right.Wrong != 0;
}

picture.ShowHang(Hang.Happens(Hang.PlainArgument), Hang.Happens(Hang.VolatileArgument));
return referenceFailed ? 1 : 0;
