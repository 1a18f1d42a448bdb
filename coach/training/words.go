package training

import (
	"strings"
	"sync"
	"time"
)

// meaning is what a word or a phrase of an entry stands for.
type meaning struct {
	kind      itemKind
	sport     Kind
	activity  string
	style     Style
	intensity Intensity
	region    Region
	km        float64 // of a race that is named by its distance
	mark      mark
	day       int // of iDay: days back from today
	hour      int // of iPart: hour of a part of the day, -1 = none
	weekday   time.Weekday
	month     time.Month
}

// mark is what an athlete writes beside a set.
type mark uint8

const (
	markWarm    mark = iota + 1 // w
	markWarmAll                 // warm-ups: until the working sets
	markWork
	markFail
	markCool  // of a run: its distance adds up
	markBlank // "no weight": the load was not told
	markSuperset
	markSpent    // to failure
	markWithin   // of a distance: it is part of the one before
	markPlus     // it comes on top
	markLast     // the last set alone
	markBar      // nothing but the bar
	markWarmOnly // warm-ups and nothing else
	markSide     // of a set: its repetitions are those of one side
)

// phrases holds the fixed words of the grammar, keyed like exercise names:
// singular, without spaces.
var phrases = sync.OnceValue(func() map[string]meaning {
	p := map[string]meaning{}
	put := func(m meaning, list string) {
		for phrase := range strings.SplitSeq(list, ",") {
			p[strings.Join(nameWords(phrase), "")] = m
		}
	}
	putSports(put)
	putSession(put)
	putTimes(put)
	return p
})

func putSports(put func(meaning, string)) {
	sport := func(k Kind, list string) { put(meaning{kind: iSport, sport: k}, list) }
	sport(Run, "run,ran,running,treadmill,treadmill run,trail run,track,runing,rnu,rn")
	sport(Ride, "ride,rode,riding,bike,biked,biking,bike ride,cycle,cycled,cycling,spin,spinning,spin class,peloton,zwift,assault bike,air bike,echo bike,bike erg,stationary bike,mtb,turbo trainer,turbo,bike trainer,indoor trainer,smart trainer,bicycle,gravel ride,gravel,road bike,road ride,mountain bike,mountain biking,cycling class,by bike,rode bike,bike commute")
	sport(Row, "rowed,rowing,row erg,rower,rowing machine,erg,concept,concept 2,indoor row,indoor rower")
	sport(Swim, "swim,swam,swimming,swum,open water,pool,pool swim,lap swim,lap swimming")
	sport(Walk, "walk,walked,walking,hike,hiked,hiking,ruck,rucked,rucking,treadmill walk,incline walk,dog walk,power walk,power walking,nordic walk,nordic walking")
	put(meaning{kind: iSport, sport: Run, intensity: Easy}, "jog,jogged,jogging,joging,easy run")
	put(meaning{kind: iSport, sport: Run, style: Intervals}, "sprint,sprinted,sprinting,hill sprint,hill repeat,track interval")
	put(meaning{kind: iSport, sport: Run, style: Intervals, activity: fartlek}, "fartlek,fartlek run")
	put(meaning{kind: iSport, sport: Run, style: LongRun}, "long run")
	put(meaning{kind: iSport, sport: Run, style: Recovery}, "recovery run,shakeout run,shake out run,recovery jog")
	put(meaning{kind: iSport, sport: Run, km: 5}, "parkrun,park run")
	put(meaning{kind: iSport, sport: Run, km: 42.195}, "marathon")
	put(meaning{kind: iSport, sport: Run, km: 21.0975}, "half marathon,half-marathon")
	put(meaning{kind: iSport, sport: Other, style: Intervals, activity: "HIIT"}, "hiit,tabata,hit workout,interval training,hiit class,hiit workout")
	put(meaning{kind: iSport, sport: Other}, "other")
	for _, activity := range strings.Split("circuits,CrossFit,HYROX,WOD,metcon,EMOM,yoga,pilates,stretching,mobility,elliptical,StairMaster,stairs,ski erg,jump rope,boxing,kickboxing,jiu-jitsu,judo,wrestling,karate,MMA,Muay Thai,football,soccer,basketball,tennis,squash,badminton,volleyball,handball,hockey,rugby,cricket,baseball,climbing,bouldering,dancing,Zumba,skiing,cross-country skiing,snowboarding,skating,surfing,golf,padel,pickleball,cardio,aerobics,kayaking,paddling,ultimate,gymnastics,martial arts,physio,bootcamp,barre,aqua jogging,F45,Orangetheory,spartan,obstacle course,triathlon,duathlon", ",") {
		put(meaning{kind: iSport, sport: Other, activity: activity}, activity)
	}
	alias := func(activity, list string) { put(meaning{kind: iSport, sport: Other, activity: activity}, list) }
	alias("boxing", "box,boxed")
	alias("circuits", "circuit,circuit training")
	alias("HYROX", "hyrox sim,hyrox simulation,hyrox race,hyrox training,hyrox class,hyrox workout")
	alias("stretching", "stretch,stretched")
	alias("pilates", "reformer pilates,pilates reformer,mat pilates,pilates class")
	alias("yoga", "yoga class,hot yoga,yin yoga,vinyasa,vinyasa yoga")
	alias("bootcamp", "boot camp,bootcamp class")
	alias("aqua jogging", "pool running,deep water running,aqua jog")
	alias("CrossFit", "crossfit class,crossfit wod")
	alias("mobility", "mobility work,foam rolling")
	alias("elliptical", "cross trainer,crosstrainer")
	alias("StairMaster", "stair climber,stairclimber,stepmill,stepper")
	alias("ski erg", "skierg")
	alias("jump rope", "jumping rope,skipping,skipping rope,rope jumping,rope skipping")
	alias("jiu-jitsu", "bjj,brazilian jiu jitsu,grappling")
	alias("cardio", "cardio session,conditioning")
	alias("surfing", "surf,surfed")
	alias("paddling", "paddle boarding,paddleboarding,sup,stand up paddle")
	alias("climbing", "climb,climbed,rock climbing")
	alias("skiing", "ski,skied")
	alias("physio", "physiotherapy,rehab,prehab")
	alias("dancing", "dance,danced")
}

func putSession(put func(meaning, string)) {
	put(meaning{kind: iLift}, "lift,lifted,lifting,weight,weight training,weight session,strength,strength training,strength session,strength workout,gym,gym session,workout,worked out,work out,resistance training,training,trained,lift session,lifting session,evening workout,morning workout,afternoon workout,weights session")
	put(meaning{kind: iRegion, region: Legs}, "leg day,leg,leg session,lower body,lower,lower day,lower body day,glute day,leg workout,lower body workout,lower body session")
	put(meaning{kind: iRegion, region: Upper}, "upper body,upper,upper day,upper body day,push day,pull day,push,pull,chest day,chest,back day,arm day,arm,shoulder day,shoulder,chest and back,chest back,back and bicep,chest and tricep,upper body workout,upper body session,push workout,pull workout,push session,pull session,back")
	put(meaning{kind: iRegion, region: FullBody}, "full body,fullbody,whole body,total body,full body day,full body workout,full body session,full")
	put(meaning{kind: iRegion, region: Trunk}, "core,ab,core day,ab day,core work,core session,core workout")
	put(meaning{kind: iRestDay}, "rest,off,rest day,day off,off day,rested,took a rest day,took the day off,took a day off,sick day,nothing,did nothing,no training,no workout")
	tag := func(i Intensity, list string) { put(meaning{kind: iStyle, intensity: i}, list) }
	tag(Easy, "easy,very easy,light,slow,relaxed,chill,conversational,comfortable,zone 1,zone 2,z 1,z 2,easily,gentle,aerobic,leisurely,esy,eays,esay")
	tag(Moderate, "moderate,medium,moderately,zone 3,z 3")
	tag(Hard, "hard,very hard,zone 4,zone 5,z 4,z 5,tough,all out,max effort")
	style := func(s Style, list string) { put(meaning{kind: iStyle, style: s}, list) }
	style(Steady, "steady,steady state")
	style(Intervals, "interval,repeat,hill,speed work,speedwork,stride")
	style(Tempo, "tempo,threshold,sweet spot,tempo pace,threshold pace")
	style(Race, "race,raced,racing,time trial,tt")
	style(LongRun, "long")
	style(Recovery, "recovery,recover,shakeout,shake out")
	put(meaning{kind: iMark, mark: markWarm}, "w,wu,warm up set,warmup,warm up,warm,ramp up")
	put(meaning{kind: iMark, mark: markWarmAll}, "warmups:,warm up sets,warming up")
	put(meaning{kind: iMark, mark: markWarmOnly}, "warmups only,only warmups")
	put(meaning{kind: iMark, mark: markCool}, "cool down,cooldown,cool,warm down,cd")
	put(meaning{kind: iMark, mark: markWork}, "work,working,work set,working set,top set,back off,backoff,top,back off set,amrap set")
	put(meaning{kind: iMark, mark: markFail}, "fail,failed,miss,missed,no rep,failing")
	put(meaning{kind: iMark, mark: markSpent}, "failure,to failure,until failure")
	put(meaning{kind: iMark, mark: markBlank}, "no weight,without weight,weight unknown,unweighted")
	put(meaning{kind: iMark, mark: markBar}, "bar only,empty bar,just the bar,only the bar,just bar")
	put(meaning{kind: iMark, mark: markSuperset}, "superset,super set,ss,supersetted,giant set")
	put(meaning{kind: iSure}, "sure,yes really")
	put(meaning{kind: iBefore}, "before,after,until,instead,without,except,but,skipped,skip,missing,didnt,not,wont,cant,couldnt")
	put(meaning{kind: iUnknown}, "plate")
	put(meaning{kind: iFluff, mark: markWithin}, "with,incl,including,included,last,first,of which,the last,the first,containing")
	put(meaning{kind: iFluff, mark: markPlus}, "on top,additional,extra")
	put(meaning{kind: iFluff, mark: markLast}, "last set,the last set,on the last set,final set")
	put(meaning{kind: iFluff, mark: markSide}, "each side,per side,per arm,per leg,per hand,each hand,each leg,each arm,a side,a leg,an arm,on each side,both sides,each way,left and right,ea side,ea leg,ea arm,ea")
	put(meaning{kind: iFluff}, `i,ive,im,did,do,done,was,is,my,me,the,of,for,a,an,in,to,on,just,got,finished,completed,complete,some,each,per,
		overall,whole,side,total,about,around,approx,approximately,roughly,ca,session,load,distance,time,
		duration,dist,avg,average,it,we,this,that,had,went,go,hit,good,great,nice,both,straight,also,went for,did a,managed,played,play,match,game,practice,practised,practiced,commute,commuting,home,pr,pb,new pr,new pb,
		all,pair,first set,only set,max,pair of,dumbbells of,today i,set of,from,nearly,almost,up,over,under,only,logged with hevy,hevy,strong,logged,please,coach,hey,hi,hello,drop set,dropset,drop,
		breaststroke,freestyle,front crawl,backstroke,drill,burned,burnt,deload,progression,brick,with dog,with the dog,with a friend,with friend,belt,beltless,no belt,strap,wrap,wrist wrap,knee wrap,sleeve,knee sleeve,chalk,for time,
		outdoor,outside,indoor,inside,solo,class,round,amrap,class of,well,really,pretty,reps at,usual,normal,again,as`)
}

func putTimes(put func(meaning, string)) {
	day := func(back int, list string) { put(meaning{kind: iDay, day: back, hour: -1}, list) }
	day(0, "today")
	day(1, "yesterday,yday,yesteday,yesterdy,yestrday,ystd,day before today")
	day(2, "day before yesterday,the day before yesterday")
	part := func(back, hour int, list string) { put(meaning{kind: iDay, day: back, hour: hour}, list) }
	part(0, 8, "this morning,today morning")
	part(0, 15, "this afternoon")
	part(0, 18, "this evening")
	part(0, 20, "tonight")
	part(1, 20, "last night,yesterday night")
	part(1, 18, "yesterday evening,last evening")
	part(1, 15, "yesterday afternoon")
	part(1, 8, "yesterday morning")
	part(-1, 8, "morning,am session,in the morning,in the am")
	part(-1, 12, "noon,midday,at noon")
	part(-1, 13, "lunch,lunchtime,at lunch,over lunch,lunch break")
	part(-1, 15, "afternoon,in the afternoon")
	part(-1, 18, "evening,in the evening,after work")
	part(-1, 21, "at night,night")
	part(-1, 6, "before breakfast,before work")
	part(-1, 9, "after breakfast")
	part(-1, 13, "after lunch")
	part(-1, 19, "after dinner")
	for d := time.Sunday; d <= time.Saturday; d++ {
		name := d.String()
		put(meaning{kind: iWeekday, weekday: d}, name+","+name[:3]+",on "+name+",on "+name[:3])
		put(meaning{kind: iWeekday, weekday: d, day: 7}, "last "+name+",last "+name[:3])
	}
	put(meaning{kind: iWeekday, weekday: time.Tuesday}, "tue,tues,on tues")
	put(meaning{kind: iWeekday, weekday: time.Wednesday}, "weds")
	put(meaning{kind: iWeekday, weekday: time.Thursday}, "thur,thurs,on thurs")
	for m := time.January; m <= time.December; m++ {
		put(meaning{kind: iMonth, month: m}, m.String()+","+m.String()[:3])
	}
	put(meaning{kind: iMonth, month: time.September}, "sept")
	put(meaning{kind: iThen}, "then,and then,followed by,after that,afterward,afterwards,straight into,finished with,and finally,finally,later,next")
	put(meaning{kind: iAnd}, "and,plus")
	put(meaning{kind: iPlan}, "tomorrow,will,gonna,going to,want,plan,planning,should,would,planned,tmrw,can,could,shall")
	put(meaning{kind: iAt}, "at")
}
